// `samsa storage`: prepares data folders and says what is in them, with the flags of kafka-storage.

import { randomUuid } from '@samsa/common';
import { nodeRandom } from '@samsa/common/node';
import {
  describeLogDirs,
  formatLogDirs,
  type FormatRequest,
  type NodeConfig,
  StartFailed,
} from '@samsa/server';
import { createNodePlatform } from '@samsa/server/node';

import { parseArguments } from '../arguments.ts';
import { gatherConfiguration } from '../configuration.ts';
import { CLEAN_STATUS, FAILED_STATUS, USAGE_STATUS, UsageError } from '../exit-status.ts';
import { readOrExplain } from '../explain.ts';

const USAGE = `usage: samsa storage format --config FILE --cluster-id ID [options]
       samsa storage info --config FILE
       samsa storage random-uuid

options of format:
  -t, --cluster-id ID            the cluster these folders belong to
  -c, --config FILE              the configuration of the node
  -s, --standalone               a new quorum of which this controller is the only voter
  -N, --no-initial-controllers   a quorum that exists elsewhere; this node joins it
  -I, --initial-controllers LIST id@host:port:directory-id,... the voters of a new quorum
  -g, --ignore-formatted         leave folders alone that are formatted already
  -r, --release-version VERSION  the metadata.version to start with
  -f, --feature NAME=LEVEL       the level of another feature, may be given more than once`;

export async function storage(args: readonly string[]): Promise<number> {
  try {
    const { values, positionals } = parseArguments(args, {
      'cluster-id': { type: 'string', short: 't' },
      config: { type: 'string', short: 'c' },
      standalone: { type: 'boolean', short: 's' },
      'no-initial-controllers': { type: 'boolean', short: 'N' },
      'initial-controllers': { type: 'string', short: 'I' },
      'ignore-formatted': { type: 'boolean', short: 'g' },
      'release-version': { type: 'string', short: 'r' },
      feature: { type: 'string', short: 'f', multiple: true },
      help: { type: 'boolean', short: 'h' },
    });
    if (values.help === true) {
      console.log(USAGE);
      return CLEAN_STATUS;
    }
    if (positionals.length !== 1)
      throw new UsageError('expected one of: format, info, random-uuid');
    switch (positionals[0]) {
      case 'random-uuid':
        console.log(randomUuid(() => nodeRandom.bytes(16)));
        return CLEAN_STATUS;
      case 'info':
        return await info(values.config);
      case 'format':
        return await format(values.config, {
          clusterId: required(values['cluster-id'], '--cluster-id'),
          voters: votersOf(values),
          ignoreFormatted: values['ignore-formatted'] ?? false,
          releaseVersion: values['release-version'],
          features: new Map((values.feature ?? []).map(featureLevel)),
        });
      default:
        throw new UsageError(`'${positionals[0]}' is not one of: format, info, random-uuid`);
    }
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(`samsa storage: ${error.message}\n\n${USAGE}`);
      return USAGE_STATUS;
    }
    if (error instanceof StartFailed) {
      console.error(`samsa storage: ${error.message}`);
      return FAILED_STATUS;
    }
    throw error;
  }
}

function required(value: string | undefined, option: string): string {
  if (value === undefined) throw new UsageError(`${option} is needed`);
  return value;
}

function votersOf(values: {
  readonly standalone?: boolean;
  readonly 'no-initial-controllers'?: boolean;
  readonly 'initial-controllers'?: string;
}): FormatRequest['voters'] {
  const forms: FormatRequest['voters'][] = [];
  if (values.standalone === true) forms.push({ kind: 'standalone' });
  if (values['no-initial-controllers'] === true) forms.push({ kind: 'none' });
  const list = values['initial-controllers'];
  if (list !== undefined) forms.push({ kind: 'initial', controllers: list.split(',') });
  if (forms.length > 1) {
    throw new UsageError(
      '--standalone, --no-initial-controllers and --initial-controllers exclude each other',
    );
  }
  return forms[0] ?? { kind: 'unsaid' };
}

function featureLevel(text: string): [string, number] {
  const [name, level] = text.split('=');
  if (name === undefined || level === undefined || !/^\d+$/.test(level)) {
    throw new UsageError(`--feature takes name=level, not '${text}'`);
  }
  return [name, Number(level)];
}

function readConfig(file: string | undefined): NodeConfig | undefined {
  const { entries } = gatherConfiguration(required(file, '--config'), [], {});
  return readOrExplain('samsa storage', entries);
}

async function format(file: string | undefined, request: FormatRequest): Promise<number> {
  const config = readConfig(file);
  if (config === undefined) return FAILED_STATUS;
  const platform = createNodePlatform({ logLevel: 'warn', logFormat: 'text' });
  for (const line of await formatLogDirs(platform, config, request)) console.log(line);
  platform.close();
  return CLEAN_STATUS;
}

async function info(file: string | undefined): Promise<number> {
  const config = readConfig(file);
  if (config === undefined) return FAILED_STATUS;
  const platform = createNodePlatform({ logLevel: 'warn', logFormat: 'text' });
  const { lines, problems } = await describeLogDirs(platform, config);
  for (const line of lines) console.log(line);
  for (const problem of problems) console.log(`problem: ${problem}`);
  platform.close();
  return problems.length === 0 ? CLEAN_STATUS : FAILED_STATUS;
}
