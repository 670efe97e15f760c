// Runs one job in the process of its client and takes its report.

import { join } from 'node:path';

import { type LibrdkafkaJob } from '../librdkafka/librdkafka-jobs.ts';
import { pythonWithLibrdkafka } from '../librdkafka/python-environment.ts';
import { type ClientReport, type RawJob } from '../raw/raw-jobs.ts';
import { type Workspace } from '../workspace.ts';
import { type Work } from './scenario.ts';

const LIBRDKAFKA_CLIENT_FILE = join(import.meta.dirname, '../librdkafka/client.py');
const RAW_CLIENT_FILE = join(import.meta.dirname, '../raw/main.ts');

export class Clients {
  readonly #workspace: Workspace;
  readonly #python: string;

  private constructor(workspace: Workspace, python: string) {
    this.#workspace = workspace;
    this.#python = python;
  }

  static async prepare(workspace: Workspace): Promise<Clients> {
    return new Clients(workspace, await pythonWithLibrdkafka(workspace));
  }

  async run(port: number, topic: string, { client, job }: Work): Promise<ClientReport> {
    const whole = { ...job, topic } as LibrdkafkaJob | RawJob;
    const [command, file] =
      client === 'raw'
        ? [process.execPath, RAW_CLIENT_FILE]
        : [this.#python, LIBRDKAFKA_CLIENT_FILE];
    const output = await this.#workspace.run(command, [file, String(port), JSON.stringify(whole)]);
    return JSON.parse(output) as ClientReport;
  }
}
