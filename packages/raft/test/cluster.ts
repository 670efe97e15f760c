// A whole quorum in one process for tests: replicas with disks that lose what was not synced, a network
// that loses, repeats, delays and reorders, and checkers of R1 … R9 over everything that happens.

import { assert, ErrorCode, ZERO_UUID } from '@samsa/common';

import {
  type ControlRecord,
  DEFAULT_TIMING,
  NO_NODE,
  type OffsetAndEpoch,
  type QuorumState,
  type RaftAction,
  type RaftAnswer,
  type RaftRequest,
  RaftReplica,
  type RaftResponse,
  type RaftTiming,
  type ReplicaKey,
  type ReplicatedLog,
  type Voter,
  VoterHistory,
  VoterSet,
} from '../src/index.ts';

export interface Entry {
  readonly epoch: number;
  readonly data: string;
  readonly control?: ControlRecord;
}

interface Snapshot extends OffsetAndEpoch {
  /** What a state machine makes of everything below the end offset. */
  readonly stateHash: number;
  readonly voterIds: readonly number[];
  readonly kraftVersion: number;
}

/** Bytes of a fetch are text here: real batches are the shell's business. */
const encode = (entries: readonly Entry[]): Uint8Array =>
  new TextEncoder().encode(JSON.stringify(entries));
const decode = (bytes: Uint8Array): Entry[] =>
  JSON.parse(new TextDecoder().decode(bytes)) as Entry[];

export function hashOf(before: number, text: string): number {
  let hash = before | 0;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  return hash;
}

/** A log with a page cache: `syncedEndOffset` says what power loss leaves for sure. */
export class TestLog implements ReplicatedLog {
  startOffset = 0;
  entries: Entry[] = [];
  syncedEndOffset = 0;
  snapshots: Snapshot[] = [];

  get endOffset(): number {
    return this.startOffset + this.entries.length;
  }

  get lastEpoch(): number {
    return this.entries.at(-1)?.epoch ?? this.latestSnapshot?.epoch ?? 0;
  }

  get latestSnapshot(): Snapshot | undefined {
    return this.snapshots.at(-1);
  }

  get earliestSnapshot(): Snapshot | undefined {
    return this.snapshots[0];
  }

  at(offset: number): Entry | undefined {
    return this.entries[offset - this.startOffset];
  }

  endOffsetForEpoch(epoch: number): OffsetAndEpoch {
    let found: OffsetAndEpoch = {
      endOffset: this.startOffset,
      epoch: this.earliestSnapshot?.epoch ?? 0,
    };
    for (let i = 0; i < this.entries.length; i++) {
      const entry = this.entries[i] as Entry;
      if (entry.epoch > epoch) break;
      found = { endOffset: this.startOffset + i + 1, epoch: entry.epoch };
    }
    return found;
  }

  /** Rises with every cut: a sync that began before one says nothing about what came after. */
  generation = 0;

  truncateTo(endOffset: number): void {
    this.generation++;
    this.entries.length = Math.max(0, endOffset - this.startOffset);
    this.syncedEndOffset = Math.min(this.syncedEndOffset, endOffset);
  }
}

export interface ClusterOptions {
  readonly voters: readonly number[];
  readonly observers?: readonly number[];
  /** 0: static voters; 1: voters of a bootstrap checkpoint, with directory ids. */
  readonly kraftVersion?: 0 | 1;
  readonly random: () => number;
  readonly timing?: Partial<RaftTiming>;
  readonly log?: (line: string) => void;
}

interface Event {
  readonly atMs: number;
  readonly order: number;
  readonly run: () => void;
}

export class TestNode {
  readonly id: number;
  directoryId: string;
  readonly log = new TestLog();
  state: QuorumState | undefined;
  /** Highest epoch and the vote in it that were ever made durable (R6). */
  replica: RaftReplica | undefined;
  incarnation = 0;
  isPaused = false;
  /** Everything below was handed to the state machine; its hash is a function of the log (R4). */
  appliedOffset = 0;
  stateHash = 0;
  /** Snapshot bytes received so far. */
  partial: { id: OffsetAndEpoch; received: number } | undefined;

  constructor(id: number, directoryId: string) {
    this.id = id;
    this.directoryId = directoryId;
  }
}

const SNAPSHOT_SIZE = 3;

export class TestCluster {
  readonly nodes = new Map<number, TestNode>();
  readonly options: ClusterOptions;
  readonly random: () => number;
  nowMs = 0;
  lossRate = 0;
  duplicateRate = 0;
  minDelayMs = 1;
  maxDelayMs = 3;
  syncMs = 2;
  /** Directed links that drop everything. */
  readonly cut = new Set<string>();
  /** What any leader ever declared committed. */
  readonly committed: Entry[] = [];
  readonly #leaders = new Map<number, number>();
  /** Hash of the whole log up to and with (offset, epoch) (R2). */
  readonly #prefixHash = new Map<string, number>();
  readonly voterChanges: { token: number; errorCode: number }[] = [];
  #events: Event[] = [];
  #order = 0;
  #nextToken = 1;
  readonly #tokens = new Map<number, (answer: RaftAnswer, from: TestNode) => void>();
  elections = 0;
  truncations = 0;
  snapshotsInstalled = 0;

  constructor(options: ClusterOptions) {
    this.options = options;
    this.random = options.random;
    for (const id of [...options.voters, ...(options.observers ?? [])]) {
      this.nodes.set(id, new TestNode(id, this.directoryOf(id, 0)));
    }
  }

  directoryOf(id: number, generation: number): string {
    return this.options.kraftVersion === 1
      ? `dir-${id}-${generation}-----------------A`
      : ZERO_UUID;
  }

  node(id: number): TestNode {
    const node = this.nodes.get(id);
    assert(node !== undefined, `no node ${id}`);
    return node;
  }

  voterOf(id: number): Voter {
    return {
      id,
      directoryId: this.nodes.get(id)?.directoryId ?? ZERO_UUID,
      endpoints: [{ name: 'CONTROLLER', host: `n${id}`, port: 9093 }],
      minKRaftVersion: 0,
      maxKRaftVersion: 1,
    };
  }

  // ---- Life -------------------------------------------------------------------------------------

  startAll(): void {
    for (const id of this.nodes.keys()) this.start(id);
  }

  start(id: number): void {
    const node = this.node(id);
    if (node.replica !== undefined) return;
    node.incarnation++;
    node.isPaused = false;
    // A shell syncs what it finds before it counts.
    node.log.syncedEndOffset = node.log.endOffset;
    node.appliedOffset = node.log.latestSnapshot?.endOffset ?? 0;
    node.stateHash = node.log.latestSnapshot?.stateHash ?? 0;
    node.partial = undefined;
    node.replica = new RaftReplica(
      {
        local: { id, directoryId: node.directoryId },
        endpoints: [{ name: 'CONTROLLER', host: `n${id}`, port: 9093 }],
        log: node.log,
        voters: this.#loadVoters(node),
        quorumState: node.state,
        mayBecomeVoter: true,
        bootstrapServers: [...this.nodes.keys()].map((n) => ({ host: `n${n}`, port: 9093 })),
        timing: { ...DEFAULT_TIMING, ...this.options.timing },
        random: this.random,
      },
      this.nowMs,
    );
    this.#perform(node);
  }

  #loadVoters(node: TestNode): VoterHistory {
    const isFormattedAsVoter = this.options.voters.includes(node.id);
    const first = new VoterSet(this.options.voters.map((id) => this.firstVoter(id)));
    const history =
      this.options.kraftVersion !== 1
        ? VoterHistory.ofStaticVoters(first)
        : isFormattedAsVoter
          ? VoterHistory.ofBootstrapVoters(first)
          : VoterHistory.unknown();
    const snapshot = node.log.latestSnapshot;
    if (snapshot !== undefined) {
      history.startAt(
        snapshot.endOffset,
        new VoterSet(snapshot.voterIds.map((id) => this.firstVoter(id))),
        snapshot.kraftVersion,
      );
    }
    for (let offset = node.log.startOffset; offset < node.log.endOffset; offset++) {
      const control = node.log.at(offset)?.control;
      if (snapshot !== undefined && offset < snapshot.endOffset) continue;
      if (control?.kind === 'voters') history.addVoters(offset, control.voters);
      if (control?.kind === 'kraft-version') history.addKRaftVersion(offset, control.version);
    }
    return history;
  }

  firstVoter(id: number): Voter {
    return { ...this.voterOf(id), directoryId: this.directoryOf(id, 0) };
  }

  /** @param keepUnsynced  share of the unsynced tail that the disk happens to keep: 1 for a mere kill */
  crash(id: number, keepUnsynced = 1): void {
    const node = this.node(id);
    if (node.replica === undefined) return;
    node.replica = undefined;
    node.incarnation++;
    const unsynced = node.log.endOffset - node.log.syncedEndOffset;
    const kept = node.log.syncedEndOffset + Math.floor(unsynced * keepUnsynced);
    node.log.truncateTo(kept);
  }

  // ---- Time -------------------------------------------------------------------------------------

  at(delayMs: number, run: () => void): void {
    const event = { atMs: this.nowMs + delayMs, order: this.#order++, run };
    let i = this.#events.length;
    while (i > 0 && isLater(this.#events[i - 1] as Event, event)) i--;
    this.#events.splice(i, 0, event);
  }

  /** Runs until `ms` have passed; replicas are ticked at their deadlines. */
  run(ms: number): void {
    const untilMs = this.nowMs + ms;
    for (;;) {
      const event = this.#events[0];
      let nextMs = Math.min(event?.atMs ?? Infinity, untilMs);
      let due: TestNode | undefined;
      for (const node of this.nodes.values()) {
        if (node.replica === undefined || node.isPaused) continue;
        const deadlineMs = node.replica.nextDeadlineMs();
        if (deadlineMs < nextMs) {
          nextMs = deadlineMs;
          due = node;
        }
      }
      this.nowMs = Math.max(this.nowMs, nextMs);
      if (due !== undefined) {
        (due.replica as RaftReplica).tick(this.nowMs);
        assert(
          due.replica?.nextDeadlineMs() !== nextMs || nextMs >= this.nowMs,
          'a tick moves the deadline',
        );
        this.#perform(due);
      } else if (event !== undefined && event.atMs <= untilMs) {
        this.#events.shift();
        event.run();
      } else {
        return;
      }
      this.steps++;
      assert(this.steps < 2_000_000, 'the cluster comes to rest');
    }
  }

  steps = 0;

  // ---- Clients ------------------------------------------------------------------------------------

  leader(): TestNode | undefined {
    let best: TestNode | undefined;
    for (const node of this.nodes.values()) {
      if (node.replica?.isLeader !== true) continue;
      if (best === undefined || node.replica.epoch > (best.replica as RaftReplica).epoch)
        best = node;
    }
    return best;
  }

  append(node: TestNode, data: string): boolean {
    const { replica } = node;
    if (replica?.isLeader !== true) return false;
    this.#write(node, { epoch: replica.epoch, data });
    this.#sync(node);
    replica.appended(this.nowMs);
    this.#perform(node);
    return true;
  }

  /** Puts a record into the log of a node that has not started yet. */
  fill(node: TestNode, entry: Entry): void {
    assert(node.replica === undefined, 'logs are filled before the start');
    this.#write(node, entry);
  }

  /** A snapshot at the applied offset; then the log begins at an older one or there. */
  snapshot(node: TestNode): void {
    const { log, replica } = node;
    const endOffset = node.appliedOffset;
    if (replica === undefined || endOffset <= (log.latestSnapshot?.endOffset ?? 0)) return;
    assert(endOffset <= replica.highWatermark, 'a snapshot holds only what is committed');
    const epoch = (log.at(endOffset - 1) as Entry).epoch;
    const voters = replica.voterHistory.votersBelow(endOffset);
    const kraftVersion = replica.voterHistory.kraftVersionBelow(endOffset);
    log.snapshots.push({
      endOffset,
      epoch,
      stateHash: node.stateHash,
      voterIds: voters.ids,
      kraftVersion,
    });
    if (log.snapshots.length > 1) log.snapshots.shift();
    const start = (log.snapshots[0] as Snapshot).endOffset;
    log.entries.splice(0, start - log.startOffset);
    log.startOffset = start;
    log.syncedEndOffset = Math.max(log.syncedEndOffset, start);
  }

  changeVoters(node: TestNode, kind: 'add' | 'remove', id: number): number {
    const token = this.#nextToken++;
    node.replica?.changeVoters(
      token,
      kind === 'add'
        ? { kind, voter: this.voterOf(id), ackWhenCommitted: true, timeoutMs: 5000 }
        : { kind, voter: this.voterOf(id), timeoutMs: 5000 },
      this.nowMs,
    );
    this.#perform(node);
    return token;
  }

  /** Hands one request to a node as if it came from the network. */
  inject(to: number, request: RaftRequest, answered: (answer: RaftAnswer) => void): void {
    this.#receive(this.node(to), request, answered);
  }

  /** Does what a replica wants after a test called one of its inputs. */
  settle(node: TestNode): void {
    this.#perform(node);
  }

  // ---- The shell ------------------------------------------------------------------------------------

  #perform(node: TestNode): void {
    const { replica } = node;
    if (replica === undefined) return;
    for (let ready = replica.takeReady(); ready !== undefined; ready = replica.takeReady()) {
      if (ready.quorumState !== undefined) this.#persist(node, ready.quorumState);
      for (const action of ready.actions) this.#do(node, replica, action);
      replica.tick(this.nowMs);
    }
    this.#check(node, replica);
  }

  #persist(node: TestNode, state: QuorumState): void {
    const before = node.state;
    if (before !== undefined) {
      assert(state.epoch >= before.epoch, 'R6: the epoch never falls');
      if (state.epoch === before.epoch && before.voted !== undefined) {
        assert(state.voted?.id === before.voted.id, 'R6: one vote per epoch');
      }
    }
    node.state = state;
  }

  #do(node: TestNode, replica: RaftReplica, action: RaftAction): void {
    switch (action.kind) {
      case 'truncate':
        this.truncations++;
        this.options.log?.(`${node.id} truncate ${action.endOffset}`);
        node.log.truncateTo(action.endOffset);
        break;
      case 'append':
        this.#appendFetched(node, replica, action.records);
        break;
      case 'sync':
        this.#sync(node);
        break;
      case 'append-control':
        assert(
          action.baseOffset === node.log.endOffset,
          'control records stand where they were meant',
        );
        for (const control of action.records) {
          this.#write(node, { epoch: action.epoch, data: control.kind, control });
        }
        this.#sync(node);
        break;
      case 'send':
        this.#send(node, action.requestId, action.to.host, action.request);
        break;
      case 'answer':
        this.#tokens.get(action.token)?.(action.answer, node);
        this.#tokens.delete(action.token);
        break;
      case 'leader-changed':
        this.options.log?.(`${node.id} leader ${action.leaderId} epoch ${action.epoch}`);
        break;
      case 'high-watermark':
        this.#committedUpTo(node, replica, action.offset);
        break;
      case 'snapshot-chunk':
        this.#receiveChunk(node, action.id, action.position, action.bytes);
        break;
      case 'install-snapshot':
        this.#install(node, action.id);
        break;
      case 'drop-snapshot':
        node.partial = undefined;
        break;
      case 'voter-change-done':
        this.voterChanges.push({ token: action.token, errorCode: action.result.errorCode });
        break;
    }
  }

  #write(node: TestNode, entry: Entry): void {
    const offset = node.log.endOffset;
    const { lastEpoch } = node.log;
    assert(entry.epoch >= lastEpoch, 'epochs of a log never fall');
    const prefix = this.#prefixHash.get(`${offset - 1}@${lastEpoch}`) ?? 0;
    const hash = hashOf(prefix, `${entry.epoch}:${entry.data}`);
    const key = `${offset}@${entry.epoch}`;
    const known = this.#prefixHash.get(key);
    assert(known === undefined || known === hash, `R2: one prefix below ${key}`);
    this.#prefixHash.set(key, hash);
    node.log.entries.push(entry);
  }

  #sync(node: TestNode): void {
    const { incarnation } = node;
    const { endOffset, generation } = node.log;
    this.at(this.syncMs * (0.5 + this.random()), () => {
      if (node.incarnation !== incarnation || node.replica === undefined) return;
      if (node.log.generation !== generation) return;
      node.log.syncedEndOffset = Math.max(node.log.syncedEndOffset, endOffset);
      this.#whenAwake(node, () => {
        if (node.log.generation !== generation || node.incarnation !== incarnation) return;
        node.replica?.logSynced(endOffset, this.nowMs);
        this.#perform(node);
      });
    });
  }

  #appendFetched(node: TestNode, replica: RaftReplica, bytes: Uint8Array): void {
    for (const entry of decode(bytes)) {
      const offset = node.log.endOffset;
      const control = revive(entry.control);
      this.#write(node, control === undefined ? entry : { ...entry, control });
      if (control !== undefined) replica.learned(offset, control);
    }
  }

  #receiveChunk(node: TestNode, id: OffsetAndEpoch, position: number, bytes: Uint8Array): void {
    if (position === 0) node.partial = { id, received: 0 };
    assert(node.partial?.received === position, 'chunks follow each other');
    node.partial.received += bytes.length;
  }

  #install(node: TestNode, id: OffsetAndEpoch): void {
    const { incarnation } = node;
    assert(node.partial?.received === SNAPSHOT_SIZE, 'a whole snapshot is installed');
    const source = [...this.nodes.values()]
      .flatMap((other) => other.log.snapshots)
      .find((snapshot) => snapshot.endOffset === id.endOffset && snapshot.epoch === id.epoch);
    this.at(this.syncMs * (0.5 + this.random()), () => {
      if (node.incarnation !== incarnation || node.replica === undefined) return;
      this.#whenAwake(node, () => {
        const { replica } = node;
        if (replica === undefined) return;
        if (source === undefined) {
          replica.snapshotFailed(id, this.nowMs);
          this.#perform(node);
          return;
        }
        this.snapshotsInstalled++;
        node.log.generation++;
        node.log.entries = [];
        node.log.snapshots = [source];
        node.log.startOffset = id.endOffset;
        node.log.syncedEndOffset = id.endOffset;
        node.appliedOffset = id.endOffset;
        node.stateHash = source.stateHash;
        const voters = new VoterSet(source.voterIds.map((voter) => this.firstVoter(voter)));
        replica.snapshotInstalled(id, { voters, kraftVersion: source.kraftVersion }, this.nowMs);
        this.#perform(node);
      });
    });
  }

  #send(from: TestNode, requestId: number, host: string, request: RaftRequest): void {
    const to = this.nodes.get(Number(host.slice(1)));
    const { incarnation } = from;
    this.options.log?.(`${from.id} → ${host.slice(1)} ${describeRequest(request)}`);
    if (to === undefined) return;
    const respond = (response: RaftResponse): void => {
      this.#deliver(to.id, from.id, () => {
        if (from.incarnation !== incarnation || from.replica === undefined) return;
        from.replica.responded(requestId, response, this.nowMs);
        this.#perform(from);
      });
    };
    this.#deliver(from.id, to.id, () => {
      if (to.replica === undefined) {
        this.#deliver(to.id, from.id, () => {
          if (from.incarnation !== incarnation || from.replica === undefined) return;
          from.replica.failed(requestId, this.nowMs);
          this.#perform(from);
        });
        return;
      }
      this.#receive(to, request, (answer) => respond(this.#complete(to, answer)));
    });
  }

  #receive(to: TestNode, request: RaftRequest, answered: (answer: RaftAnswer) => void): void {
    if (to.replica === undefined) return;
    const token = this.#nextToken++;
    this.#tokens.set(token, (answer, from) => {
      this.options.log?.(`${from.id} answers ${describeAnswer(answer)}`);
      answered(answer);
    });
    to.replica.receive(token, request, this.nowMs);
    this.#perform(to);
  }

  /** Reads what the answer asks for from the node's own files. */
  #complete(node: TestNode, answer: RaftAnswer): RaftResponse {
    if (answer.kind === 'fetch') {
      const { readFrom, ...rest } = answer;
      if (readFrom === undefined) return { ...rest, records: new Uint8Array() };
      const from = readFrom - node.log.startOffset;
      return { ...rest, records: encode(node.log.entries.slice(from, from + 5)) };
    }
    if (answer.kind === 'fetch-snapshot') {
      const { snapshotId } = answer;
      const isHere = node.log.snapshots.some((one) => one.endOffset === snapshotId.endOffset);
      if (answer.errorCode === 0 && !isHere) {
        const errorCode = ErrorCode.SNAPSHOT_NOT_FOUND;
        return { ...answer, errorCode, size: 0, bytes: new Uint8Array() };
      }
      const bytes = new Uint8Array(Math.min(2, SNAPSHOT_SIZE - answer.position));
      return { ...answer, size: SNAPSHOT_SIZE, bytes };
    }
    return answer;
  }

  #deliver(from: number, to: number, run: () => void): void {
    if (this.cut.has(`${from}>${to}`)) return;
    const copies = this.random() < this.duplicateRate ? 2 : 1;
    for (let i = 0; i < copies; i++) {
      if (this.random() < this.lossRate) continue;
      const spread = this.maxDelayMs - this.minDelayMs;
      const delayMs = this.minDelayMs + this.random() * spread;
      this.at(delayMs, () => {
        if (this.cut.has(`${from}>${to}`)) return;
        this.#whenAwake(this.node(to), run);
      });
    }
  }

  /** A paused process sees late what came meanwhile. */
  #whenAwake(node: TestNode, run: () => void): void {
    if (!node.isPaused) run();
    else this.at(5, () => this.#whenAwake(node, run));
  }

  // ---- Checkers -----------------------------------------------------------------------------------

  #check(node: TestNode, replica: RaftReplica): void {
    assert(replica.highWatermark <= node.log.endOffset, 'the high watermark is in the log');
    assert(
      node.log.startOffset <= (node.log.latestSnapshot?.endOffset ?? 0),
      'R8: log start ≤ snapshot',
    );
    if (!replica.isLeader) return;
    const known = this.#leaders.get(replica.epoch);
    assert(known === undefined || known === node.id, `R1: one leader in epoch ${replica.epoch}`);
    if (known !== undefined) return;
    this.#leaders.set(replica.epoch, node.id);
    this.elections++;
    for (let offset = node.log.startOffset; offset < this.committed.length; offset++) {
      const own = node.log.at(offset);
      const committed = this.committed[offset] as Entry;
      assert(
        own !== undefined && own.epoch === committed.epoch && own.data === committed.data,
        `R3: the leader of epoch ${replica.epoch} has what is committed at ${offset}`,
      );
    }
  }

  #committedUpTo(node: TestNode, replica: RaftReplica, highWatermark: number): void {
    // Whoever moves it first was the leader when it did, also when it has resigned by now.
    if (highWatermark > this.committed.length) this.#checkMajority(replica, highWatermark);
    for (; node.appliedOffset < highWatermark; node.appliedOffset++) {
      const entry = node.log.at(node.appliedOffset);
      assert(entry !== undefined, 'what is committed is in the log');
      const committed = this.committed[node.appliedOffset];
      if (committed === undefined) {
        this.committed.push(entry);
      } else {
        assert(
          committed.data === entry.data && committed.epoch === entry.epoch,
          `R4: node ${node.id} applies the same at ${node.appliedOffset}`,
        );
      }
      node.stateHash = hashOf(node.stateHash, `${entry.epoch}:${entry.data}`);
    }
  }

  /** R5: the leader's last record of its epoch below the high watermark is synced on a majority. */
  #checkMajority(replica: RaftReplica, highWatermark: number): void {
    const last = this.node(replica.local.id).log.at(highWatermark - 1);
    assert(last?.epoch === replica.epoch, 'R5: committed by a record of the own epoch');
    let copies = 0;
    for (const voter of replica.voters.voters) {
      const node = this.node(voter.id);
      if (node.log.syncedEndOffset < highWatermark || node.directoryId !== voter.directoryId)
        continue;
      const copy = node.log.at(highWatermark - 1);
      if (copy === undefined ? node.log.startOffset >= highWatermark : copy.epoch === last.epoch) {
        copies++;
      }
    }
    assert(copies >= replica.voters.majority, `R5: ${highWatermark} is on a majority`);
  }
}

function isLater(a: Event, b: Event): boolean {
  return a.atMs > b.atMs || (a.atMs === b.atMs && a.order > b.order);
}

function revive(control: ControlRecord | undefined): ControlRecord | undefined {
  return control?.kind === 'voters'
    ? { kind: 'voters', voters: new VoterSet(control.voters.voters) }
    : control;
}

function describeRequest(request: RaftRequest): string {
  switch (request.kind) {
    case 'vote':
      return (
        `${request.preVote ? 'pre-vote' : 'vote'} epoch=${request.epoch} ` +
        `log=${request.endOffset}@${request.lastEpoch}`
      );
    case 'begin-quorum-epoch':
      return `begin epoch=${request.epoch}`;
    case 'end-quorum-epoch':
      return `end epoch=${request.epoch} preferred=${ids(request.preferredCandidates)}`;
    case 'fetch':
      return (
        `fetch epoch=${request.epoch} offset=${request.fetchOffset} ` +
        `lastEpoch=${request.lastFetchedEpoch}`
      );
    case 'fetch-snapshot':
      return `fetch-snapshot ${request.snapshotId.endOffset}@${request.snapshotId.epoch} position=${request.position}`;
  }
}

function describeAnswer(answer: RaftAnswer): string {
  const leader = answer.leaderId === NO_NODE ? 'none' : String(answer.leaderId);
  const view = `${errorText(answer.errorCode)}epoch=${answer.epoch} leader=${leader}`;
  switch (answer.kind) {
    case 'vote':
      return `vote ${answer.granted ? 'granted' : 'refused'} ${view}`;
    case 'begin-quorum-epoch':
      return `begin ${view}`;
    case 'end-quorum-epoch':
      return `end ${view}`;
    case 'fetch': {
      if (answer.diverging !== undefined) {
        return `fetch diverging epoch=${answer.diverging.epoch} endOffset=${answer.diverging.endOffset}`;
      }
      if (answer.snapshotId !== undefined) {
        return `fetch snapshot ${answer.snapshotId.endOffset}@${answer.snapshotId.epoch}`;
      }
      const records = answer.readFrom === undefined ? 'nothing' : `from ${answer.readFrom}`;
      return `fetch ${records} hw=${answer.highWatermark} ${view}`;
    }
    case 'fetch-snapshot':
      return `fetch-snapshot ${view}`;
  }
}

function errorText(errorCode: ErrorCode): string {
  return errorCode === 0 ? '' : `error=${errorCode} `;
}

function ids(keys: readonly ReplicaKey[]): string {
  return keys.map((key) => key.id).join(',');
}

/** sfc32, seeded: the same run for the same number. */
export function seededRandom(seed: number): () => number {
  let a = seed | 0;
  let b = 0x9e3779b9;
  let c = 0x243f6a88;
  let d = 1;
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    c |= 0;
    return (t >>> 0) / 2 ** 32;
  };
  for (let i = 0; i < 12; i++) next();
  return next;
}
