// Processor profiles: Samsa writes one when it stops, if it was started with this environment.

import { readdirSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { costsOf, costTable } from './profile-costs.ts';

/** A folder of profiles, of which those of this run are the ones that are new. */
export class ProfileFolder {
  readonly #folder: string;
  readonly #known: ReadonlySet<string>;

  private constructor(folder: string, known: ReadonlySet<string>) {
    this.#folder = folder;
    this.#known = known;
  }

  static async open(folder: string): Promise<ProfileFolder> {
    const path = resolve(folder);
    await mkdir(path, { recursive: true });
    return new ProfileFolder(path, new Set(readdirSync(path)));
  }

  get environment(): Readonly<Record<string, string>> {
    return { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${this.#folder}` };
  }

  /** What cost most in the profiles that were written since. */
  text(): string {
    return readdirSync(this.#folder)
      .filter((name) => name.endsWith('.cpuprofile') && !this.#known.has(name))
      .map((name) => {
        const path = join(this.#folder, name);
        return `\n## Costs of Samsa\n\n${costTable(costsOf(path))}\n\n${path}`;
      })
      .join('\n');
  }
}
