// Paths are joined with a slash: every disk, real or simulated, takes it.

export function join(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

export function dirname(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash <= 0 ? (slash === 0 ? '/' : '.') : path.slice(0, slash);
}

export function basename(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
