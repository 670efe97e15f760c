// diskProblem: why a folder cannot be used, in words for the person who named it.

export function diskProblem(error: unknown): string {
  const { code, message } = error as { readonly code?: unknown; readonly message: string };
  switch (code) {
    case 'ENOTDIR':
    case 'EEXIST':
      return 'a part of its path is a file';
    case 'EACCES':
    case 'EPERM':
      return 'permission denied';
    case 'EROFS':
      return 'the file system is read-only';
    case 'ENOSPC':
    case 'EDQUOT':
      return 'no space is left';
    default:
      return message;
  }
}
