// `ab`: both brokers run side by side and do the same work in turn, round after round, for the same
// client programs; the ratio within a round is what counts, since a machine is not equally fast all day.

import { type BrokerProcess } from '../brokers/broker-process.ts';
import { kafkaBroker } from '../brokers/kafka-broker.ts';
import { samsaBroker } from '../brokers/samsa-broker.ts';
import { KAFKA_VERSION } from '../kafka/kafka-jars.ts';
import { LIBRDKAFKA_CLIENT } from '../librdkafka/python-environment.ts';
import { type MemoryUse } from '../measure/process-account.ts';
import { type Options, OptionsError } from '../options.ts';
import { ProfileFolder } from '../profile/profile-folder.ts';
import { type Report } from '../results.ts';
import { requireTools } from '../tools.ts';
import { type Workspace } from '../workspace.ts';
import { abText } from './ab-table.ts';
import { Clients } from './clients.ts';
import { deleteTopic, type Leg, prepareTopic, runLeg } from './leg.ts';
import { type Scenario } from './scenario.ts';
import { scenarios } from './scenarios.ts';

export interface ScenarioResult {
  readonly name: string;
  readonly title: string;
  readonly measure: Scenario['measure'];
  /** One leg per round; empty for a broker that was left out. */
  readonly kafka: readonly Leg[];
  readonly samsa: readonly Leg[];
}

export interface AbResult {
  readonly rounds: number;
  readonly isQuick: boolean;
  readonly scenarios: readonly ScenarioResult[];
  readonly memoryBefore: Partial<Record<BrokerProcess['name'], MemoryUse>>;
  readonly memoryAfter: Partial<Record<BrokerProcess['name'], MemoryUse>>;
}

export async function ab(workspace: Workspace, options: Options): Promise<Report> {
  const chosen = chosenScenarios(options);
  requireTools(options.only === 'samsa' ? ['python3'] : ['java', 'python3']);
  const clients = await Clients.prepare(workspace);
  const profiles =
    options.profile === undefined ? undefined : await ProfileFolder.open(options.profile);
  const brokers = await startBrokers(workspace, options, profiles?.environment);

  const memoryBefore = memoryOf(brokers);
  const results: ScenarioResult[] = [];
  for (const scenario of chosen) {
    results.push(await compare(scenario, brokers, clients, options.rounds));
  }
  const memoryAfter = memoryOf(brokers);
  for (const broker of brokers) await broker.stop();

  const { rounds, isQuick } = options;
  const result = { rounds, isQuick, scenarios: results, memoryBefore, memoryAfter };
  return {
    title: `Samsa beside Apache Kafka ${KAFKA_VERSION}: ab, ${rounds} rounds${isQuick ? ', quick' : ''}`,
    text: abText(result, LIBRDKAFKA_CLIENT) + (profiles?.text() ?? ''),
    data: result,
  };
}

function chosenScenarios({ isQuick, scenario: names }: Options): readonly Scenario[] {
  const all = scenarios(isQuick);
  if (names.length === 0) return all;
  for (const name of names) {
    if (all.some((scenario) => scenario.name === name)) continue;
    const known = all.map((scenario) => `  ${scenario.name.padEnd(26)} ${scenario.title}`);
    throw new OptionsError(`no scenario '${name}'; there are:\n${known.join('\n')}`);
  }
  return all.filter(({ name }) => names.includes(name));
}

async function startBrokers(
  workspace: Workspace,
  options: Options,
  samsaEnvironment: Readonly<Record<string, string>> | undefined,
): Promise<BrokerProcess[]> {
  const brokers: BrokerProcess[] = [];
  if (options.only !== 'samsa') brokers.push(await kafkaBroker(workspace));
  if (options.only !== 'kafka') brokers.push(await samsaBroker(workspace, samsaEnvironment));
  for (const broker of brokers) {
    await broker.format();
    await broker.start();
  }
  return brokers;
}

/** One leg on each that does not count, so that code is compiled and files are there; then the rounds. */
async function compare(
  scenario: Scenario,
  brokers: readonly BrokerProcess[],
  clients: Clients,
  rounds: number,
): Promise<ScenarioResult> {
  const topics = new Map<BrokerProcess, string | undefined>();
  for (const broker of brokers) {
    topics.set(broker, await prepareTopic(scenario, broker, clients));
    await legOn(scenario, broker, clients, topics.get(broker));
  }
  const legs: Record<BrokerProcess['name'], Leg[]> = { kafka: [], samsa: [] };
  for (let round = 0; round < rounds; round++) {
    // Who begins changes, so that neither always follows the other.
    for (const broker of round % 2 === 0 ? brokers : brokers.toReversed()) {
      const leg = await legOn(scenario, broker, clients, topics.get(broker));
      legs[broker.name].push(leg);
      const { throughput, brokerCpu } = leg;
      console.log(
        `${scenario.name} ${broker.name} round ${round + 1}: ${Math.round(throughput)}, CPU ${brokerCpu.toFixed(2)}`,
      );
    }
  }
  for (const [broker, topic] of topics) {
    if (topic !== undefined) await deleteTopic(scenario, topic, broker);
  }
  const { name, title, measure } = scenario;
  return { name, title, measure, ...legs };
}

async function legOn(...args: Parameters<typeof runLeg>): Promise<Leg> {
  try {
    return await runLeg(...args);
  } catch (error) {
    const [, broker] = args;
    throw broker.explained(error);
  }
}

function memoryOf(brokers: readonly BrokerProcess[]): AbResult['memoryAfter'] {
  return Object.fromEntries(brokers.map((broker) => [broker.name, broker.memory]));
}
