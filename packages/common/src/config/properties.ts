// The text form of Java's properties files, as server.properties and meta.properties use it.

export interface Property {
  readonly key: string;
  readonly value: string;
  /** Of the first line of the entry, from 1. */
  readonly line: number;
}

/** Every entry in file order; a key may come twice, and then the later one counts. */
export function parseProperties(text: string): Property[] {
  const properties: Property[] = [];
  const lines = text.split(/\r\n|\r|\n/);
  for (let at = 0; at < lines.length; at++) {
    const line = at + 1;
    let logical = (lines[at] ?? '').trimStart();
    if (logical === '' || logical.startsWith('#') || logical.startsWith('!')) continue;
    while (endsInBackslash(logical) && at + 1 < lines.length) {
      at++;
      logical = logical.slice(0, -1) + (lines[at] ?? '').trimStart();
    }
    if (endsInBackslash(logical)) logical = logical.slice(0, -1);
    const { keyEnd, valueStart } = splitEntry(logical);
    const key = unescape(logical.slice(0, keyEnd));
    properties.push({ key, value: unescape(logical.slice(valueStart)), line });
  }
  return properties;
}

/** One line `key=value` per entry, escaped so that parsing gives the same entries. */
export function formatProperties(entries: readonly (readonly [string, string])[]): string {
  return entries.map(([key, value]) => `${escape(key, true)}=${escape(value, false)}\n`).join('');
}

/** An odd number of them: the last one continues the line rather than standing for itself. */
function endsInBackslash(line: string): boolean {
  let count = 0;
  while (line[line.length - 1 - count] === '\\') count++;
  return count % 2 === 1;
}

/** The key ends at the first `=`, `:` or white space that no backslash protects. */
function splitEntry(line: string): { keyEnd: number; valueStart: number } {
  let keyEnd = 0;
  while (keyEnd < line.length && !/[=:\s]/.test(line.charAt(keyEnd))) {
    keyEnd += line[keyEnd] === '\\' ? 2 : 1;
  }
  keyEnd = Math.min(keyEnd, line.length);
  const rest = /^\s*[=:]?\s*/.exec(line.slice(keyEnd))?.[0].length ?? 0;
  return { keyEnd, valueStart: keyEnd + rest };
}

const ESCAPES: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', f: '\f' };

function unescape(text: string): string {
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|([\s\S]))/g, (_, hex?: string, char?: string) => {
    if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
    return ESCAPES[char ?? ''] ?? char ?? '';
  });
}

function escape(text: string, isKey: boolean): string {
  const escaped = text
    .replace(/\\/g, '\\\\')
    .replace(/\n/g, '\\n')
    .replace(/\r/g, '\\r')
    .replace(/\t/g, '\\t');
  return isKey ? escaped.replace(/[=:\s#!]/g, '\\$&') : escaped.replace(/^ /, '\\ ');
}
