// Transcripts: a scenario as commands with what the replicas say and do under each block of them.
//
// A file is comments (#), commands, `----`, the expected lines, a blank line, and so on. Fetches that
// bring nothing but records are left out unless `show fetches` was said.

import { assert } from '@samsa/common';

import { type RaftReplica } from '../src/index.ts';
import { seededRandom, TestCluster, type TestNode } from './cluster.ts';

interface Block {
  readonly commands: readonly string[];
  readonly expected: readonly string[];
}

/** The file as it should be: the same comments and commands, with what really happened. */
export function replay(text: string): string {
  const scenario = new Scenario();
  return `${text
    .trimEnd()
    .split('\n\n')
    .map((block) => {
      const { commands } = parseBlock(block);
      const lines = commands.flatMap((command) =>
        command.startsWith('#') ? [] : scenario.run(command),
      );
      return [...commands, '----', ...lines].join('\n');
    })
    .join('\n\n')}\n`;
}

function parseBlock(text: string): Block {
  const lines = text.split('\n');
  const rule = lines.indexOf('----');
  return rule === -1
    ? { commands: lines, expected: [] }
    : { commands: lines.slice(0, rule), expected: lines.slice(rule + 1) };
}

class Scenario {
  #cluster: TestCluster | undefined;
  #lines: string[] = [];
  #showsFetches = false;

  run(command: string): string[] {
    this.#lines = [];
    const [verb = '', ...words] = command.split(/\s+/);
    const run = this.#commands[verb];
    assert(run !== undefined, `no command '${verb}'`);
    run(words);
    return this.#lines;
  }

  readonly #commands: Readonly<Record<string, (words: readonly string[]) => void>> = {
    cluster: (words) => this.#create(options(words)),
    log: ([id = '', ...ranges]) => this.#fillLog(this.#node(id), ranges),
    state: ([id = '', ...words]) => this.#setState(this.#node(id), options(words)),
    start: (words) => words.forEach((id) => this.#cluster_.start(Number(id))),
    run: ([ms = '']) => this.#cluster_.run(Number(ms)),
    append: ([id = '', ...values]) => this.#append(this.#node(id), values),
    kill: (words) => words.forEach((id) => this.#cluster_.crash(Number(id))),
    'lose-power': (words) => words.forEach((id) => this.#cluster_.crash(Number(id), 0)),
    cut: ([a = '', b = '']) => {
      this.#cluster_.cut.add(`${a}>${b}`);
      this.#cluster_.cut.add(`${b}>${a}`);
    },
    heal: () => this.#cluster_.cut.clear(),
    snapshot: ([id = '']) => this.#cluster_.snapshot(this.#node(id)),
    resign: ([id = '']) => {
      const node = this.#node(id);
      replicaOf(node).resign(this.#cluster_.nowMs);
      this.#cluster_.settle(node);
    },
    add: ([id = '']) => this.#changeVoters('add', id),
    remove: ([id = '']) => this.#changeVoters('remove', id),
    show: () => {
      this.#showsFetches = true;
    },
    hide: () => {
      this.#showsFetches = false;
    },
    status: () => {
      for (const node of this.#cluster_.nodes.values()) this.#lines.push(statusOf(node));
      for (const { errorCode } of this.#cluster_.voterChanges.splice(0)) {
        this.#lines.push(`voter change: ${errorCode === 0 ? 'done' : `error ${errorCode}`}`);
      }
    },
  };

  get #cluster_(): TestCluster {
    assert(this.#cluster !== undefined, 'the first command is `cluster`');
    return this.#cluster;
  }

  #node(id: string): TestNode {
    return this.#cluster_.node(Number(id));
  }

  #create(given: ReadonlyMap<string, string>): void {
    const numbers = (name: string): number[] =>
      (given.get(name) ?? '')
        .split(',')
        .filter((text) => text !== '')
        .map(Number);
    this.#cluster = new TestCluster({
      voters: numbers('voters'),
      observers: numbers('observers'),
      kraftVersion: given.get('kraft') === '1' ? 1 : 0,
      random: seededRandom(Number(given.get('seed') ?? 1)),
      log: (line) => {
        if (this.#showsFetches || !isPlainFetch(line)) this.#lines.push(line);
      },
    });
  }

  /** Ranges as `0-5@3`: offsets 0 to 5 of epoch 3. */
  #fillLog(node: TestNode, ranges: readonly string[]): void {
    for (const range of ranges) {
      const match = /^(\d+)-(\d+)@(\d+)$/.exec(range);
      assert(match !== null && Number(match[1]) === node.log.endOffset, `no range '${range}'`);
      while (node.log.endOffset <= Number(match[2])) {
        const epoch = Number(match[3]);
        this.#cluster_.fill(node, { epoch, data: `${node.log.endOffset}@${epoch}` });
      }
    }
  }

  #setState(node: TestNode, given: ReadonlyMap<string, string>): void {
    const voted = given.get('voted');
    node.state = {
      epoch: Number(given.get('epoch')),
      leaderId: Number(given.get('leader') ?? -1),
      voted:
        voted === undefined
          ? undefined
          : { id: Number(voted), directoryId: this.#node(voted).directoryId },
    };
  }

  #append(node: TestNode, values: readonly string[]): void {
    for (const value of values) {
      if (!this.#cluster_.append(node, value)) this.#lines.push(`${node.id} does not lead`);
    }
  }

  #changeVoters(kind: 'add' | 'remove', id: string): void {
    const leader = this.#cluster_.leader();
    assert(leader !== undefined, 'voters change when there is a leader');
    this.#cluster_.changeVoters(leader, kind, Number(id));
  }
}

function replicaOf(node: TestNode): RaftReplica {
  assert(node.replica !== undefined, `node ${node.id} runs`);
  return node.replica;
}

function statusOf(node: TestNode): string {
  const { log, replica } = node;
  const from = log.startOffset === 0 ? '' : `${log.startOffset}..`;
  const end = `log=${from}${log.endOffset}@${log.lastEpoch}`;
  if (replica === undefined) return `${node.id} down ${end}`;
  return (
    `${node.id} ${replica.role} epoch=${replica.epoch} ${end} hw=${replica.highWatermark} ` +
    `voters=${replica.voters.ids.join(',')}`
  );
}

function isPlainFetch(line: string): boolean {
  return / → \d+ fetch epoch/.test(line) || / answers fetch (nothing|from)/.test(line);
}

function options(words: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    words.map((word) => {
      const at = word.indexOf('=');
      assert(at > 0, `'${word}' is not name=value`);
      return [word.slice(0, at), word.slice(at + 1)];
    }),
  );
}
