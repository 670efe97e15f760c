// `samsa server`: runs one node until a signal ends it.

import { type NodeConfig, SamsaNode, StartFailed } from '@samsa/server';
import { createNodePlatform } from '@samsa/server/node';

import { parseArguments } from '../arguments.ts';
import { gatherConfiguration } from '../configuration.ts';
import { CLEAN_STATUS, FAILED_STATUS, USAGE_STATUS, UsageError } from '../exit-status.ts';
import { readOrExplain } from '../explain.ts';
import { releaseStartUpMemory } from '../start-up-memory.ts';
import { SAMSA_VERSION } from '../version.ts';

/** By then the first clients have what they came for, or nobody has come. */
const SETTLED_AFTER_MS = 2000;

const USAGE = `usage: samsa server [server.properties] [--override key=value]...

Runs one node. Without a file and without KAFKA_* variables that say what it is, it is a broker and
controller of its own: data in ./data, clients on port 9092, the quorum on port 9093.`;

export async function server(args: readonly string[]): Promise<number> {
  try {
    const { values, positionals } = parseArguments(args, {
      override: { type: 'string', multiple: true },
      help: { type: 'boolean', short: 'h' },
    });
    if (values.help === true) {
      console.log(USAGE);
      return CLEAN_STATUS;
    }
    if (positionals.length > 1)
      throw new UsageError(`one configuration file, not '${positionals[1]}'`);
    return await run(positionals[0], values.override ?? []);
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(`samsa server: ${error.message}\n\n${USAGE}`);
      return USAGE_STATUS;
    }
    if (error instanceof StartFailed) {
      console.error(`samsa server: ${error.message}`);
      return FAILED_STATUS;
    }
    throw error;
  }
}

async function run(file: string | undefined, overrides: readonly string[]): Promise<number> {
  const gathered = gatherConfiguration(file, overrides, process.env);
  const config = readOrExplain('samsa server', gathered.entries);
  if (config === undefined) return FAILED_STATUS;

  const platform = createNodePlatform({
    logLevel: process.env['SAMSA_LOG_LEVEL'] ?? 'info',
    logFormat: process.env['SAMSA_LOG_FORMAT'] === 'json' ? 'json' : 'text',
  });
  const stopped = Promise.withResolvers<NodeJS.Signals | 'failed'>();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stopped.resolve);

  const monitoring = await monitor(config);
  try {
    const starting = SamsaNode.start(platform, config, {
      clusterId: gathered.clusterId,
      onFailure: () => stopped.resolve('failed'),
    });
    const node = await Promise.race([starting, stopped.promise]);
    if (!(node instanceof SamsaNode)) return endStart(node);
    monitoring?.watch(node);
    console.log(banner(node));
    setTimeout(releaseStartUpMemory, SETTLED_AFTER_MS).unref();

    const why = await stopped.promise;
    await node.stop();
    return why === 'failed' ? FAILED_STATUS : CLEAN_STATUS;
  } finally {
    await monitoring?.close();
    platform.close();
  }
}

/** A node that is not ready serves nobody: it may end at once, and its next start recovers. */
function endStart(why: NodeJS.Signals | 'failed'): never {
  process.exit(why === 'failed' ? FAILED_STATUS : CLEAN_STATUS);
}

async function monitor(config: NodeConfig) {
  const at = config.values.get('metrics.listener');
  if (at === null) return undefined;
  const { Monitoring } = await import('../monitoring.ts');
  return Monitoring.open(at);
}

function banner(node: SamsaNode): string {
  const { config, clusterId } = node;
  const roles = [config.isBroker ? 'broker' : '', config.isController ? 'controller' : ''];
  const listeners = node.endpoints.map(({ name, host, port }) => `${name}://${host}:${port}`);
  return [
    `Samsa ${SAMSA_VERSION} is ready in ${Math.round(performance.now())} ms`,
    `  cluster    ${clusterId}`,
    `  node       ${config.nodeId} (${roles.filter((role) => role !== '').join(', ')})`,
    `  listeners  ${listeners.join(' ')}`,
    `  data       ${config.logDirs.join(' ')}`,
  ].join('\n');
}
