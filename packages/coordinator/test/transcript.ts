// Plays a scenario of group members and writes down what they are told and what is logged.
//
// A file in golden/ has a title, commands, `----`, and what happened. Members go by short names; the
// n-th id that a member was given reads `name#n`.

import { errorName } from '@samsa/common';
import { type JoinGroupResponse } from '@samsa/protocol/apis/join-group';
import { type SyncGroupResponse } from '@samsa/protocol/apis/sync-group';
import { type GroupRecord } from '@samsa/protocol/group-record';

import { type RequestToken } from '../src/index.ts';
import { CONTEXT, protocol, TestShard } from './test-shard.ts';

const GROUP = 'g';

interface Actor {
  readonly name: string;
  memberId: string;
  instanceId: string | null;
  generationId: number;
  idCount: number;
}

export class Transcript {
  readonly #shard: TestShard;
  readonly #actors = new Map<string, Actor>();
  readonly #names = new Map<string, string>();
  readonly #waiting = new Map<
    RequestToken,
    { readonly actor: Actor; readonly what: 'join' | 'sync' }
  >();
  readonly #lines: string[] = [];
  #current: { readonly actor: Actor; readonly what: 'join' | 'sync' } | undefined;

  constructor(settings: ConstructorParameters<typeof TestShard>[0]) {
    this.#shard = new TestShard(settings);
    this.#shard.onRecord = (record) => this.#say(`log ${this.#record(record)}`);
    this.#shard.onAnswer = (token, response) => this.#answered(token, response);
  }

  play(commands: readonly string[]): string {
    for (const command of commands) {
      if (command.startsWith('#') || command.trim() === '') continue;
      this.#lines.push(`> ${command}`);
      this.#run(command);
    }
    return `${this.#lines.join('\n')}\n`;
  }

  #run(command: string): void {
    this.#current = undefined;
    const [verb = '', ...rest] = command.split(' ');
    const [name = ''] = rest;
    const options = new Map(
      rest.filter((word) => word.includes('=')).map((word) => splitOnce(word, '=')),
    );
    switch (verb) {
      case 'settings':
        break;
      case 'wait':
        this.#shard.advance(Number(name));
        break;
      case 'failover':
        this.#waiting.clear();
        this.#shard.reload();
        break;
      case 'join':
        this.#join(this.#actor(name), options);
        break;
      case 'restart':
        this.#restart(this.#actor(name));
        break;
      case 'sync':
        this.#sync(this.#actor(name), options);
        break;
      case 'heartbeat':
        this.#heartbeat(this.#actor(name));
        break;
      case 'leave':
        this.#leave(rest.map((each) => this.#actor(each)));
        break;
      case 'commit':
        this.#commit(this.#actor(name), options);
        break;
      case 'state':
        this.#say(`group is ${this.#shard.state(GROUP)}`);
        break;
      default:
        throw new Error(`no such command: ${command}`);
    }
  }

  #actor(name: string): Actor {
    let actor = this.#actors.get(name);
    if (actor === undefined) {
      actor = { name, memberId: '', instanceId: null, generationId: -1, idCount: 0 };
      this.#actors.set(name, actor);
    }
    return actor;
  }

  #join(actor: Actor, options: ReadonlyMap<string, string>): void {
    actor.instanceId = options.get('instance') ?? actor.instanceId;
    const topics = (options.get('topics') ?? 't').split(',');
    const protocols = (options.get('protocols') ?? 'range').split(',');
    this.#begin(actor, 'join', () =>
      this.#shard.startJoin(
        {
          groupId: GROUP,
          memberId: actor.memberId,
          groupInstanceId: actor.instanceId,
          protocols: protocols.map((each) => protocol(each, topics)),
          sessionTimeoutMs: Number(options.get('session') ?? 10_000),
          rebalanceTimeoutMs: Number(options.get('rebalance') ?? 60_000),
        },
        Number(options.get('v') ?? 9),
        actor.name,
      ),
    );
  }

  /** The process is gone, and with it the member id; a static member keeps its instance id. */
  #restart(actor: Actor): void {
    actor.memberId = '';
    actor.generationId = -1;
  }

  #sync(actor: Actor, options: ReadonlyMap<string, string>): void {
    const assignments = Array.from(options, ([name, partitions]) => ({
      memberId: this.#actor(name).memberId,
      assignment: new Uint8Array(Buffer.from(partitions)),
    }));
    this.#begin(actor, 'sync', () =>
      this.#shard.startSync({
        groupId: GROUP,
        memberId: actor.memberId,
        generationId: actor.generationId,
        groupInstanceId: actor.instanceId,
        protocolType: 'consumer',
        assignments,
      }),
    );
  }

  #begin(actor: Actor, what: 'join' | 'sync', start: () => RequestToken): void {
    this.#current = { actor, what };
    const token = start();
    if (this.#shard.isAnswered(token)) return;
    this.#waiting.set(token, this.#current);
    this.#say(`${actor.name} waits`);
  }

  #heartbeat(actor: Actor): void {
    const { memberId, generationId, instanceId } = actor;
    const errorCode = this.#shard.heartbeat(GROUP, memberId, generationId, instanceId);
    this.#say(`${actor.name} ← heartbeat ${nameOf(errorCode)}`);
  }

  #leave(actors: readonly Actor[]): void {
    const members = actors.map(({ memberId, instanceId }) => ({
      memberId,
      groupInstanceId: instanceId,
      reason: null,
    }));
    const response = this.#shard.ask((shard, now) =>
      shard.leaveGroup(
        { groupId: GROUP, memberId: '', members },
        { ...CONTEXT, apiVersion: 5 },
        now,
      ),
    );
    const results = response.members.map(({ errorCode }) => nameOf(errorCode));
    this.#say(`${actors.map(({ name }) => name).join(' ')} ← leave ${results.join(' ')}`);
  }

  #commit(actor: Actor, options: ReadonlyMap<string, string>): void {
    const offsets = Object.fromEntries(Array.from(options, ([place, at]) => [place, Number(at)]));
    const { memberId, generationId: generation, instanceId } = actor;
    const result = this.#shard.commit(GROUP, offsets, {
      memberId,
      generation,
      ...(instanceId === null ? {} : { instanceId }),
    });
    const codes = typeof result === 'number' ? [result] : result;
    this.#say(`${actor.name} ← commit ${codes.map(nameOf).join(' ')}`);
  }

  #answered(token: RequestToken, response: unknown): void {
    const waiting = this.#waiting.get(token) ?? this.#current;
    this.#waiting.delete(token);
    if (waiting === undefined) return;
    const { actor, what } = waiting;
    const told =
      what === 'join'
        ? this.#joined(actor, response as JoinGroupResponse)
        : synced(response as SyncGroupResponse);
    this.#say(`${actor.name} ← ${what} ${told}`);
  }

  #joined(actor: Actor, response: JoinGroupResponse): string {
    const { memberId, generationId, leader, members } = response;
    if (memberId !== '' && memberId !== actor.memberId) {
      actor.memberId = memberId;
      this.#names.set(memberId, `${actor.name}#${++actor.idCount}`);
    }
    const name = nameOf(response.errorCode);
    if (response.errorCode !== 0) return `${name} id=${this.#nameOf(memberId)}`;
    actor.generationId = generationId;
    const who = members.map((member) => this.#nameOf(member.memberId)).join(',');
    return (
      `${name} generation=${generationId} protocol=${response.protocolName} leader=${this.#nameOf(leader)}` +
      (who === '' ? '' : ` members=${who}`) +
      (response.skipAssignment ? ' skipAssignment' : '')
    );
  }

  #record(record: GroupRecord): string {
    if (record.kind === 'OffsetCommit') {
      const { topic, partition } = record.key;
      return `offset ${topic}-${partition} ${record.value?.offset ?? 'deleted'}`;
    }
    if (record.kind !== 'GroupMetadata') return record.kind;
    if (record.value === null) return 'group deleted';
    const { generation, protocol, leader, members } = record.value;
    const who = members.map(
      ({ memberId, assignment }) =>
        `${this.#nameOf(memberId)}:${Buffer.from(assignment).toString()}`,
    );
    return `group generation=${generation} protocol=${protocol} leader=${this.#nameOf(leader ?? '')} members=[${who.join(' ')}]`;
  }

  /** A static member's new id is logged before the member hears of it. */
  #nameOf(memberId: string): string {
    if (memberId === '') return 'none';
    const known = this.#names.get(memberId);
    if (known !== undefined) return known;
    const actor = this.#current?.actor;
    return actor === undefined ? memberId : `${actor.name}#${actor.idCount + 1}`;
  }

  #say(line: string): void {
    this.#lines.push(line);
  }
}

function synced(response: SyncGroupResponse): string {
  const assignment = Buffer.from(response.assignment).toString();
  return nameOf(response.errorCode) + (assignment === '' ? '' : ` assignment=${assignment}`);
}

function nameOf(code: number): string {
  return code === 0 ? 'ok' : errorName(code);
}

function splitOnce(word: string, at: string): [string, string] {
  const place = word.indexOf(at);
  return [word.slice(0, place), word.slice(place + 1)];
}
