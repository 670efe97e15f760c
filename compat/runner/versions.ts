// The versions of everything that judges Samsa, from the one file that pins them.

import { readFileSync } from 'node:fs';

type Ecosystem = 'maven' | 'python' | 'go' | 'npm';

const pinned = JSON.parse(
  readFileSync(new URL('../versions.json', import.meta.url), 'utf8'),
) as Record<Ecosystem, Record<string, string>>;

export function pinnedIn(ecosystem: Ecosystem): Readonly<Record<string, string>> {
  return pinned[ecosystem];
}

export function pinnedVersion(ecosystem: Ecosystem, name: string): string {
  const version = pinned[ecosystem][name];
  if (version === undefined) throw new Error(`versions.json pins no ${name}`);
  return version;
}
