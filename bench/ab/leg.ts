// A leg: one scenario, once, against one broker.

import { type BrokerProcess } from '../brokers/broker-process.ts';
import { cpuSeconds } from '../measure/process-account.ts';
import { type Percentiles } from '../measure/statistics.ts';
import { WireClient } from '../raw/wire-client.ts';
import { type Clients } from './clients.ts';
import { type Scenario } from './scenario.ts';

export interface Leg {
  /** MB/s or requests/s, as the scenario measures. */
  readonly throughput: number;
  /** Processor seconds of the broker per GB or per million requests. */
  readonly brokerCpu: number;
  /** Share of one core that the client used; near 1 it may be the limit. */
  readonly clientCores: number;
  readonly latencyMs?: Percentiles;
}

/** Makes the topic that all legs of this scenario read; undefined where each has one of its own. */
export async function prepareTopic(
  scenario: Scenario,
  broker: BrokerProcess,
  clients: Clients,
): Promise<string | undefined> {
  if (scenario.fill === undefined) return undefined;
  await createTopic(scenario, scenario.name, broker);
  await clients.run(broker.port, scenario.name, scenario.fill);
  return scenario.name;
}

/** @param topic  as `prepareTopic` gave it */
export async function runLeg(
  scenario: Scenario,
  broker: BrokerProcess,
  clients: Clients,
  topic: string | undefined,
): Promise<Leg> {
  const ownTopic = `${scenario.name}-${process.hrtime.bigint()}`;
  if (topic === undefined) await createTopic(scenario, ownTopic, broker);
  const cpuBefore = cpuSeconds(broker.pid);
  const report = await clients.run(broker.port, topic ?? ownTopic, scenario.work);
  const brokerCpuSeconds = cpuSeconds(broker.pid) - cpuBefore;
  if (topic === undefined) await deleteTopic(scenario, ownTopic, broker);

  const amount = scenario.measure === 'bytes' ? report.bytes / 1e6 : report.requests;
  const unit = scenario.measure === 'bytes' ? report.bytes / 1e9 : report.requests / 1e6;
  return {
    throughput: amount / report.seconds,
    brokerCpu: brokerCpuSeconds / unit,
    clientCores: report.cpuSeconds / report.seconds,
    ...(report.latencyMs === undefined ? {} : { latencyMs: report.latencyMs }),
  };
}

export async function deleteTopic(
  scenario: Scenario,
  name: string,
  broker: BrokerProcess,
): Promise<void> {
  if (scenario.partitions === 0) return;
  const client = await WireClient.connect(broker.port);
  await client.deleteTopic(name);
  client.close();
}

async function createTopic(scenario: Scenario, name: string, broker: BrokerProcess): Promise<void> {
  const { partitions } = scenario;
  if (partitions === 0) return;
  const client = await WireClient.connect(broker.port);
  await client.createTopic({ name, partitions });
  await client.whenServed(name, partitions);
  client.close();
}
