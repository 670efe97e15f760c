// SourceFile: one file of the repository as the tidy rules see it — where it lives, what it imports,
// and its code without comments and string contents.

export interface SourceFile {
  /** Relative to the repository, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** `packages/server/src/quorum/x.ts` is in package `server`, room `quorum`. */
export function packageOf(path: string): string | undefined {
  return /^packages\/([^/]+)\//.exec(path)?.[1];
}

export function roomOf(path: string): string | undefined {
  return /^packages\/[^/]+\/src\/([^/]+)\//.exec(path)?.[1];
}

export function isTest(path: string): boolean {
  return /\.(test|bench)\.ts$/.test(path) || /^packages\/[^/]+\/test\//.test(path);
}

export function isGenerated(path: string): boolean {
  return path.includes('/generated/');
}

/** Code that ships and runs in a node: no tests, benches, generators or scripts. */
export function isProduct(path: string): boolean {
  return /^packages\/[^/]+\/src\/.*\.ts$/.test(path) && !isTest(path);
}

export interface Import {
  readonly specifier: string;
  readonly line: number;
}

const IMPORT = /(?:^|[^.\w])(?:import|export)\b(?:[\s\w{},*]*?\bfrom)?\s*\(?\s*(['"])([^'"\n]+)\1/g;

export function importsOf(file: SourceFile): Import[] {
  const found: Import[] = [];
  for (const match of withoutComments(file.text).matchAll(IMPORT)) {
    const before = file.text.slice(0, match.index + match[0].length);
    found.push({ specifier: match[2] as string, line: before.split('\n').length });
  }
  return found;
}

/** Comments become spaces, so that positions and line numbers stay. */
export function withoutComments(text: string): string {
  return replaceTokens(text, (token) => (token.startsWith('/') ? blank(token) : token));
}

/** Comments and the contents of strings become spaces. Template literals keep their code. */
export function codeOnly(text: string): string {
  return replaceTokens(text, (token) => {
    if (token.startsWith('/')) return blank(token);
    if (token.startsWith('`')) return token;
    return token[0] + blank(token.slice(1, -1)) + token[0];
  });
}

const TOKENS =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\[\s\S])*`/g;

function replaceTokens(text: string, replace: (token: string) => string): string {
  return text.replace(TOKENS, replace);
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
