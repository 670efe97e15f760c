// runSimulation: one whole run — start, warm-up, faults, healing, convergence, last reads, checkers.

import { type Platform } from '@samsa/common';

import { checkDiskAgreement } from '../checkers/disk-agreement.ts';
import {
  restartProblem,
  type StoredBatch,
  storedBatches,
  storedRecords,
} from '../checkers/disk-log.ts';
import { Findings } from '../checkers/finding.ts';
import { checkHistory } from '../checkers/history-checkers.ts';
import { startStopwatch } from '../node/stopwatch.ts';
import { FinalLog } from '../checkers/final-log.ts';
import { readWhole } from '../workload/final-reader.ts';
import { History, partitionKey } from '../workload/history.ts';
import { LogClient } from '../workload/log-client.ts';
import { LogConsumer } from '../workload/log-consumer.ts';
import { LogProducer, throwUnlessExpected } from '../workload/log-producer.ts';
import { type Running, type SimProcess } from '../world/sim-process.ts';
import { type Trace } from '../world/trace.ts';
import { World } from '../world/world.ts';
import { Caretaker } from './caretaker.ts';
import {
  BROKER_PORT,
  type ClusterPlan,
  DATA_DIR,
  drawClusterPlan,
  type NodePlan,
} from './cluster-plan.ts';
import { FaultInjector } from './fault-injector.ts';
import { drawFaultPlan, type Fault } from './fault-plan.ts';
import { Ledger } from './ledger.ts';
import { type Report, reportViolation } from './report.ts';
import { type RunOptions } from './run-options.ts';

/** Starts one node of the cluster under test. */
export type StartNode = (platform: Platform, node: NodePlan, clusterId: string) => Promise<Running>;

const START_MS = 30_000;
const WARM_UP_MS = 5_000;
const CONVERGE_MS = 30_000;
/** Clients go on for so long after everything is well again. */
const AFTERMATH_MS = 3_000;
const STOP_CLIENTS_MS = 30_000;
const CLIENT_TIMEOUT_MS = 5_000;
const RETRY_MS = 100;
/** Long polls of clients that are gone are over after this. */
const REST_MS = 2_000;

interface LogClientProcess {
  stop(): Promise<void>;
  readonly isDone: boolean;
}

export async function runSimulation(
  options: RunOptions,
  startNode: StartNode,
  trace?: Trace,
): Promise<Report> {
  const run = new Run(options, startNode, trace);
  return run.report();
}

class Run {
  readonly #options: RunOptions;
  readonly #world: World;
  readonly #cluster: ClusterPlan;
  readonly #plan: readonly Fault[];
  readonly #ledger: Ledger;
  readonly #history: History;
  readonly #findings = new Findings();
  readonly #nodes: SimProcess[] = [];
  readonly #clients: SimProcess[] = [];
  readonly #caretaker: Caretaker;
  readonly #injector: FaultInjector;
  readonly #startNode: StartNode;

  constructor(options: RunOptions, startNode: StartNode, trace: Trace | undefined) {
    this.#options = options;
    this.#startNode = startNode;
    const isQuiet = options.profile === 'quiet';
    const world = new World({
      seed: options.seed,
      buggify: !isQuiet,
      ...(trace === undefined ? {} : { trace }),
      ...(options.stopAtEvent === undefined ? {} : { stopAtEvent: options.stopAtEvent }),
    });
    this.#world = world;
    this.#cluster = drawClusterPlan(world.random.fork('cluster'));
    this.#plan =
      options.plan ?? drawFaultPlan(world.random.fork('plan'), options.profile, options.seconds);
    this.#ledger = new Ledger(this.#cluster.syncsBeforeAck);
    this.#history = new History(() => world.nowMs);
    this.#caretaker = new Caretaker(world, world.random.fork('caretaker'), (process) =>
      this.#watchStart(process),
    );
    this.#injector = new FaultInjector({
      world,
      ledger: this.#ledger,
      nodes: this.#nodes,
      clients: this.#clients,
      restart: (node) => this.#caretaker.restart(node),
      startLater: (process, afterMs) => this.#caretaker.startLater(process, afterMs),
    });
  }

  async report(): Promise<Report> {
    const realMs = startStopwatch();
    const world = this.#world;
    try {
      await world.run(() => this.#scenario());
    } catch (error) {
      world.fail('scenario', 'the scenario itself failed', error);
    }
    const isCutShort = world.violations.length === 0 && this.#history.finalReads.length === 0;
    const violation = world.violations[0];
    if (violation === undefined && !isCutShort) this.#check();
    const { sends } = this.#history;
    const count = (outcome: string): number => sends.filter((s) => s.outcome === outcome).length;
    return {
      seed: this.#options.seed,
      profile: this.#options.profile,
      isClean: violation === undefined && this.#findings.list.length === 0,
      hash: world.digest,
      simulatedMs: world.nowMs,
      realMs: realMs(),
      eventCount: world.scheduler.eventCount,
      operations: { ok: count('ok'), failed: count('failed'), unknown: count('unknown') },
      recordsAcked: sends.reduce((n, s) => n + (s.outcome === 'ok' ? s.values.length : 0), 0),
      recordsRead: [...new FinalLog(this.#history).partitions.values()].reduce(
        (n, partition) => n + partition.valueAt.size,
        0,
      ),
      faultsPlanned: this.#plan.length,
      faultsStruck: this.#injector.struckCount,
      losses: this.#ledger.losses.length,
      marks: Object.fromEntries([...world.marks.counts].sort(([a], [b]) => (a < b ? -1 : 1))),
      violation: violation && reportViolation(violation, world.recent.lines()),
      findings: this.#findings.list,
      plan: this.#plan,
    };
  }

  // ---- Phases -----------------------------------------------------------------------------------

  async #scenario(): Promise<void> {
    const world = this.#world;
    this.#addHosts();
    for (const node of this.#nodes) this.#caretaker.startNow(node);
    await this.#mustComeTrue('start', () => this.#nodes.every((node) => node.isReady), START_MS);
    await this.#createTopics();
    for (const client of this.#clients) this.#caretaker.startNow(client);
    await world.sleep(WARM_UP_MS);

    this.#injector.arm(this.#plan);
    await world.sleep(this.#options.seconds * 1000);
    this.#injector.heal();

    for (const process of [...this.#nodes, ...this.#clients]) this.#caretaker.startNow(process);
    await this.#mustComeTrue(
      'converge',
      () => this.#nodes.every((node) => node.isReady),
      CONVERGE_MS,
    );
    await this.#whenOnline('converge', CONVERGE_MS);
    await world.sleep(AFTERMATH_MS);
    await this.#stopClients();
    await this.#readAll();
    await this.#checkAtRest();

    this.#caretaker.leave();
    await this.#stopNodes();
    for (const read of this.#history.finalReads) {
      const { disk } = (this.#nodes[0] as SimProcess).host;
      checkDiskAgreement(read, storedRecords(disk, DATA_DIR, read), this.#findings);
    }
  }

  #addHosts(): void {
    const world = this.#world;
    const { clusterId, nodes, producers, consumerCount, partitions } = this.#cluster;
    for (const plan of nodes) {
      const host = world.host(plan.host);
      if (plan.hasDataDir) host.disk.plantFolder(DATA_DIR);
      const program = (platform: Platform): Promise<Running> =>
        this.#startNode(platform, plan, clusterId);
      this.#nodes.push(host.process(plan.host, program));
    }
    for (const [index, options] of producers.entries()) {
      const name = `p${index + 1}`;
      const program = (platform: Platform): LogClientProcess =>
        started(new LogProducer(this.#client(platform), this.#history, options));
      this.#clients.push(world.host(name).process(name, program));
    }
    for (let index = 1; index <= consumerCount; index++) {
      const name = `c${index}`;
      const program = (platform: Platform): LogClientProcess =>
        started(new LogConsumer(this.#client(platform), this.#history, partitions));
      this.#clients.push(world.host(name).process(name, program));
    }
  }

  #client(platform: Platform): LogClient {
    const { host } = this.#cluster.nodes[0] as NodePlan;
    return new LogClient(platform, { host, port: BROKER_PORT }, CLIENT_TIMEOUT_MS);
  }

  async #createTopics(): Promise<void> {
    await this.#asVisitor('admin', START_MS, async (client) => {
      for (const { name, partitionCount, configs } of this.#cluster.topics) {
        await client.createTopic(name, partitionCount, configs);
      }
    });
    await this.#whenOnline('start', START_MS);
  }

  async #whenOnline(phase: string, timeoutMs: number): Promise<void> {
    await this.#asVisitor(phase, timeoutMs, async (client) => {
      for (const { name, partitionCount } of this.#cluster.topics) {
        while ((await client.partitionsOnline(name)) < partitionCount) {
          await client.platform.timers.sleep(RETRY_MS);
        }
      }
    });
  }

  async #stopNodes(): Promise<void> {
    for (const node of this.#nodes) {
      try {
        for (const path of await node.stop()) {
          this.#findings.add('leak', `${node.name} stopped and left ${path} open`);
        }
      } catch (error) {
        this.#world.fail('stop', `${node.name} did not stop`, error);
        await new Promise(() => {});
      }
    }
  }

  async #stopClients(): Promise<void> {
    // One that was killed late would come back and write behind the final reads.
    for (const client of this.#clients) this.#caretaker.retire(client);
    const running = this.#clients.flatMap((process) =>
      process.isReady ? [process.running as LogClientProcess] : [],
    );
    for (const client of running) void client.stop();
    await this.#world.until(() => running.every((client) => client.isDone), STOP_CLIENTS_MS);
    for (const client of this.#clients) client.kill();
  }

  /** Nobody asks for anything any more: nothing that was sent may still be held. */
  async #checkAtRest(): Promise<void> {
    await this.#world.sleep(REST_MS);
    const { chunksHeld } = this.#world.network;
    if (chunksHeld > 0) this.#findings.add('leak', `${chunksHeld} sent chunks were never released`);
  }

  async #readAll(): Promise<void> {
    for (const isCommittedOnly of [true, false]) {
      for (const at of this.#cluster.partitions) {
        await this.#asVisitor('final-read', CONVERGE_MS, async (client) => {
          this.#history.finalReads.push(await readWhole(client, at, isCommittedOnly));
        });
      }
    }
  }

  /**
   * Does something as a fresh client that tries again until it succeeds.
   *
   * @param phase  named in the violation when time is up
   */
  async #asVisitor(
    phase: string,
    timeoutMs: number,
    visit: (client: LogClient) => Promise<void>,
  ): Promise<void> {
    const world = this.#world;
    let last: unknown;
    const host = world.hosts.find(({ name }) => name === 'visitor') ?? world.host('visitor');
    const program = async (platform: Platform): Promise<true> => {
      const client = this.#client(platform);
      for (;;) {
        try {
          await visit(client);
          client.disconnect();
          return true;
        } catch (error) {
          throwUnlessExpected(error);
          last = error;
          await platform.timers.sleep(RETRY_MS);
        }
      }
    };
    const process = host.process(`${phase}-${host.processes.length + 1}`, program);
    void process.start().catch((error: unknown) => {
      world.fail(phase, 'the answers make no sense', error);
    });
    const isDone = await world.until(() => process.isReady, timeoutMs);
    process.kill();
    if (!isDone) {
      world.fail(phase, `not done within ${timeoutMs / 1000} s`, last);
      // The world ends with this event; nothing after it counts.
      await new Promise(() => {});
    }
  }

  async #mustComeTrue(phase: string, fact: () => boolean, timeoutMs: number): Promise<void> {
    if (await this.#world.until(fact, timeoutMs)) return;
    const words = this.#nodes.map((node) => node.lastWords).find((said) => said !== undefined);
    this.#world.fail(
      phase,
      `not all nodes are up within ${timeoutMs / 1000} s${words === undefined ? '' : `: ${words.reason}`}`,
      words?.cause,
    );
    await new Promise(() => {});
  }

  // ---- Checks -----------------------------------------------------------------------------------

  /** L14: what a node finds on its disk when it starts is what it has when it is up. */
  #watchStart(process: SimProcess): (() => void) | undefined {
    if (!this.#nodes.includes(process)) return undefined;
    const { disk } = process.host;
    const before = new Map<string, StoredBatch[]>();
    for (const at of this.#cluster.partitions) {
      before.set(partitionKey(at), storedBatches(disk, DATA_DIR, at));
    }
    return () => {
      for (const at of this.#cluster.partitions) {
        const after = storedBatches(disk, DATA_DIR, at);
        const problem = restartProblem(before.get(partitionKey(at)) ?? [], after);
        if (problem !== undefined) {
          this.#world.fail(
            'L14',
            `${partitionKey(at)} after a restart of ${process.name}: ${problem}`,
          );
        }
      }
    };
  }

  #check(): void {
    for (const { id, message } of checkHistory(this.#history, this.#ledger).list) {
      this.#findings.add(id, message);
    }
  }
}

function started(client: LogProducer | LogConsumer): LogClientProcess {
  let isDone = false;
  // What the client does not expect is charged to its process and fails the run.
  void client.run().then(() => {
    isDone = true;
  });
  return {
    stop: async () => client.stop(),
    get isDone() {
      return isDone;
    },
  };
}
