// `samsa config print`: each effective value of a node and where it comes from.

import { ConfigType } from '@samsa/common';
import { KEYS_WITHOUT_EFFECT, KNOWN_CONFIGS, nodeConfigs, StartFailed } from '@samsa/server';

import { parseArguments } from '../arguments.ts';
import { gatherConfiguration } from '../configuration.ts';
import { CLEAN_STATUS, FAILED_STATUS, USAGE_STATUS, UsageError } from '../exit-status.ts';
import { readOrExplain } from '../explain.ts';

const USAGE = 'usage: samsa config print [server.properties] [--override key=value]...';

export async function config(args: readonly string[]): Promise<number> {
  try {
    const { values, positionals } = parseArguments(args, {
      override: { type: 'string', multiple: true },
      help: { type: 'boolean', short: 'h' },
    });
    if (values.help === true) {
      console.log(USAGE);
      return CLEAN_STATUS;
    }
    if (positionals[0] !== 'print' || positionals.length > 2)
      throw new UsageError('expected: print');
    return print(positionals[1], values.override ?? []);
  } catch (error) {
    if (error instanceof StartFailed) {
      console.error(`samsa config: ${error.message}`);
      return FAILED_STATUS;
    }
    if (!(error instanceof UsageError)) throw error;
    console.error(`samsa config: ${error.message}\n\n${USAGE}`);
    return USAGE_STATUS;
  }
}

function print(file: string | undefined, overrides: readonly string[]): number {
  const { entries } = gatherConfiguration(file, overrides, process.env);
  const node = readOrExplain('samsa config', entries);
  if (node === undefined) return FAILED_STATUS;
  const keys = Object.keys(nodeConfigs).toSorted() as (keyof typeof nodeConfigs & string)[];
  const width = Math.max(...keys.map((key) => key.length));
  for (const key of keys) {
    const isSecret = nodeConfigs[key].type === ConfigType.PASSWORD;
    const value = isSecret ? '[hidden]' : (node.values.textOf(key) ?? 'null');
    const source = sourceOf(key, entries) ?? node.values.sourceOf(key);
    const note = KEYS_WITHOUT_EFFECT.has(key) ? '; no effect' : '';
    console.log(`${key.padEnd(width)}  ${value}  (${source}${note})`);
  }
  for (const { key, value, place, source } of entries) {
    if (!Object.hasOwn(nodeConfigs, key) && KNOWN_CONFIGS.has(key)) {
      const isSecret = KNOWN_CONFIGS.get(key)?.type === 'password';
      console.log(
        `${key.padEnd(width)}  ${isSecret ? '[hidden]' : value}  (${place ?? source}; no effect yet)`,
      );
    }
  }
  return CLEAN_STATUS;
}

/** The exact place of the entry that won: the last one of this key. */
function sourceOf(
  key: string,
  entries: readonly { readonly key: string; readonly place?: string }[],
): string | undefined {
  return entries.findLast((entry) => entry.key === key)?.place;
}
