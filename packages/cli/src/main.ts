// The `samsa` command: finds the verb and loads only what that verb needs.

import { USAGE_STATUS } from './exit-status.ts';

interface Verb {
  readonly summary: string;
  /** Resolves to the exit status. */
  readonly load: () => Promise<(args: readonly string[]) => Promise<number>>;
}

const VERBS: Readonly<Record<string, Verb>> = {
  server: {
    summary: 'run a node: [server.properties] [--override key=value]...',
    load: async () => (await import('./commands/server.ts')).server,
  },
  storage: {
    summary: 'prepare and look at data folders: format, info, random-uuid',
    load: async () => (await import('./commands/storage.ts')).storage,
  },
  config: {
    summary: 'show what a node would run with: print [server.properties] [--override key=value]...',
    load: async () => (await import('./commands/config.ts')).config,
  },
  sim: {
    summary: 'run whole nodes in a simulated world from a seed',
    load: async () => (await import('./commands/sim.ts')).sim,
  },
};

async function main(args: readonly string[]): Promise<number> {
  const [word, ...rest] = args;
  if (word === '--version' || word === 'version') {
    console.log((await import('./version.ts')).versionLine());
    return 0;
  }
  if (word === undefined || word === '--help' || word === '-h' || word === 'help') {
    console.log(usage());
    return word === undefined ? USAGE_STATUS : 0;
  }
  const verb = Object.hasOwn(VERBS, word) ? VERBS[word] : undefined;
  if (verb === undefined) {
    console.error(`samsa: '${word}' is not a command\n\n${usage()}`);
    return USAGE_STATUS;
  }
  const run = await verb.load();
  return run(rest);
}

function usage(): string {
  const lines = Object.entries(VERBS).map(([name, verb]) => `  ${name.padEnd(9)} ${verb.summary}`);
  return ['usage: samsa <command> [options]', '', ...lines, '', '  --version, --help'].join('\n');
}

process.exitCode = await main(process.argv.slice(2));
