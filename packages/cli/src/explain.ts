// Reads a configuration and tells the user, one line each, what is wrong or without effect.

import { type ConfigEntry } from '@samsa/common';
import { type NodeConfig, readNodeConfig } from '@samsa/server';

/** Undefined where a problem was found; it has been printed. */
export function readOrExplain(
  command: string,
  entries: readonly ConfigEntry[],
): NodeConfig | undefined {
  const { config, problems, warnings } = readNodeConfig(entries);
  for (const warning of warnings) console.error(`${command}: warning: ${warning}`);
  for (const problem of problems) console.error(`${command}: ${problem}`);
  return config;
}
