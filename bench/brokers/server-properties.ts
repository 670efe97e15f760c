// The one configuration that both brokers run with: a broker and controller of its own on loopback.

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { freePort } from '../free-port.ts';

export interface NodeFiles {
  readonly port: number;
  readonly propertiesFile: string;
  readonly dataFolder: string;
}

/** Writes server.properties into the folder; the data folder beside it is not made. */
export async function writeServerProperties(folder: string): Promise<NodeFiles> {
  const port = await freePort();
  const controllerPort = await freePort();
  const dataFolder = join(folder, 'data');
  const properties = {
    'process.roles': 'broker,controller',
    'node.id': '1',
    listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    'controller.listener.names': 'CONTROLLER',
    'controller.quorum.bootstrap.servers': `127.0.0.1:${controllerPort}`,
    'log.dirs': dataFolder,
    // There is one broker.
    'offsets.topic.replication.factor': '1',
    'transaction.state.log.replication.factor': '1',
    'transaction.state.log.min.isr': '1',
    // What a finished leg wrote is deleted before it has to reach the disk, so that it does not
    // slow the next leg down.
    'log.segment.delete.delay.ms': '100',
  };
  const lines = Object.entries(properties).map(([key, value]) => `${key}=${value}\n`);
  const propertiesFile = join(folder, 'server.properties');
  await writeFile(propertiesFile, lines.join(''));
  return { port, propertiesFile, dataFolder };
}

/** Any will do; the same one makes the two folders alike. */
export const CLUSTER_ID = 'c2Ftc2EtYmVuY2gtMDAwMQ';
