// KafkaProcess: Apache Kafka itself, one node in a process of its own, from the pinned jars.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import { javaLaunch } from '../clients/java.ts';
import { runTool } from '../runner/cache.ts';

const START_LIMIT_MS = 60_000;
const PROBE_EVERY_MS = 100;
/** Enough for one idle node; the class path's own flags are meant for short programs. */
const HEAP = '-Xmx1G';

export class KafkaProcess {
  readonly #child: ChildProcess;
  output = '';

  private constructor(child: ChildProcess) {
    this.#child = child;
    const take = (chunk: Buffer): void => {
      this.output = (this.output + chunk.toString()).slice(-100_000);
    };
    child.stdout?.on('data', take);
    child.stderr?.on('data', take);
  }

  /** Formats the folders of this server.properties, starts the node and waits until its ports open. */
  static async start(
    propertiesFile: string,
    clusterId: string,
    ports: readonly number[],
  ): Promise<KafkaProcess> {
    const { command, args } = javaLaunch();
    const format = ['format', '--standalone', '-t', clusterId, '-c', propertiesFile];
    runTool(command, [...args, 'kafka.tools.StorageTool', ...format]);
    const kafka = new KafkaProcess(
      spawn(command, [...args, HEAP, 'kafka.Kafka', propertiesFile], {
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    );
    const giveUpAtMs = Date.now() + START_LIMIT_MS;
    for (const port of ports) {
      while (!(await isOpen(port))) {
        if (kafka.#child.exitCode !== null || Date.now() > giveUpAtMs) {
          await kafka.discard();
          throw new Error(`Apache Kafka did not start; it said:\n${kafka.output}`);
        }
        await sleep(PROBE_EVERY_MS);
      }
    }
    return kafka;
  }

  get hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  /** Ends it without its farewell; its folder is the caller's. */
  async discard(): Promise<void> {
    if (this.hasEnded) return;
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await ended;
  }
}

async function isOpen(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
