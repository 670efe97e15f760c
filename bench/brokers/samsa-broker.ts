// Samsa as its users start it: `bin/samsa server server.properties`.

import { resolve } from 'node:path';

import { type Workspace } from '../workspace.ts';
import { BrokerProcess } from './broker-process.ts';
import { CLUSTER_ID, writeServerProperties } from './server-properties.ts';

const BIN = resolve(import.meta.dirname, '../../bin/samsa');

/** @param environment  for every start, such as NODE_OPTIONS of a profile */
export async function samsaBroker(
  workspace: Workspace,
  environment: Readonly<Record<string, string>> = {},
): Promise<BrokerProcess> {
  const folder = await workspace.newFolder('samsa');
  const { port, propertiesFile } = await writeServerProperties(folder);
  return new BrokerProcess(workspace, {
    name: 'samsa',
    title: 'Samsa',
    port,
    folder,
    command: BIN,
    args: ['server', propertiesFile],
    environment,
    format: {
      command: BIN,
      args: ['storage', 'format', '-t', CLUSTER_ID, '-c', propertiesFile, '--standalone'],
    },
  });
}
