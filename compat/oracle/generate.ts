// The generator: for each API and version a number of requests — plausible ones, plausible ones with
// some fields changed, and random ones. The same seed gives the same requests.

import { Dice } from '../../test/support/mutation.ts';
import { apiOf } from '../../test/support/api-catalogue.ts';
import { isHarmful, LEFT_OUT_APIS } from './left-out.ts';
import { type Field, type Message, messageSchema } from './message-schema.ts';
import { type Pair } from './pair.ts';
import { PLAUSIBLE } from './plausible.ts';
import { subscription } from './records.ts';
import { type Report } from './report.ts';
import { type Flow, Script, type VersionsOf } from './script.ts';
import { type Listener, NotWritable } from './side.ts';
import { type Fixture, randomElement, randomMessage, randomValue } from './values.ts';
import { produce } from './flows/records.ts';
import { batchOf } from './records.ts';

export interface GeneratorOptions {
  readonly pair: Pair;
  readonly report: Report;
  readonly versions: Readonly<Record<Listener, VersionsOf>>;
  readonly apiNames: Readonly<Record<Listener, readonly string[]>>;
  readonly seed: number;
  /** For each API and version. */
  readonly cases: number;
  /** Only these; all where undefined. */
  readonly apis: readonly string[] | undefined;
}

export async function runGenerated(options: GeneratorOptions): Promise<void> {
  const { pair, report, versions, apiNames, apis } = options;
  const fixture = await makeFixture(options);
  for (const listener of ['broker', 'controller'] as const) {
    for (const api of apiNames[listener]) {
      if (apis !== undefined && !apis.includes(api)) continue;
      const leftOut = LEFT_OUT_APIS[`${listener} ${api}`];
      if (leftOut !== undefined) {
        report.leftOut(listener, api, leftOut);
        continue;
      }
      for (const version of versions[listener](api)) {
        await runCases(pair, report, listener, api, version, fixture, options);
      }
    }
  }
}

async function runCases(
  pair: Pair,
  report: Report,
  listener: Listener,
  api: string,
  version: number,
  fixture: Fixture,
  { seed, cases }: GeneratorOptions,
): Promise<void> {
  const { key } = await apiOf(api);
  const dice = new Dice(
    seed * 1_000_003 + key * 1_009 + version * 31 + (listener === 'broker' ? 0 : 7),
  );
  const connection = pair.connect(listener);
  for (let i = 0; i < cases; i++) {
    const unique = `${api.toLowerCase()}-${listener.charAt(0)}v${version}-g${i}`;
    const request = makeRequest(api, version, i, unique, dice, fixture);
    if (isHarmful(api, request)) continue;
    try {
      report.add(await connection.ask(api, version, request), `generated, seed ${seed}, case ${i}`);
    } catch (error) {
      // The schema of this version does not allow it, so no client could have said it.
      if (!(error instanceof NotWritable)) throw error;
    }
  }
  connection.close();
}

function makeRequest(
  api: string,
  version: number,
  index: number,
  unique: string,
  dice: Dice,
  fixture: Fixture,
): Message {
  const { fields } = messageSchema(`${api}Request`);
  const plausible = PLAUSIBLE[api]?.(version, fixture, unique);
  if (plausible === undefined || (index > 0 && dice.below(4) === 0)) {
    return randomMessage(api, fields, version, dice, fixture);
  }
  const changes = index === 0 ? 0 : 1 + dice.below(2);
  for (let i = 0; i < changes; i++) changeOne(api, fields, plausible, version, dice, fixture);
  return plausible;
}

/** Somewhere in a request: a field that exists in its version. */
interface Place {
  readonly holder: Message;
  readonly field: Field;
}

function changeOne(
  api: string,
  fields: readonly Field[],
  message: Message,
  version: number,
  dice: Dice,
  fixture: Fixture,
): void {
  const places = placesIn(fields, message, version);
  if (places.length === 0) return; // a version without fields
  const { holder, field } = dice.of(places);
  const value = holder[field.name];
  if (!field.isArray || !Array.isArray(value) || value.length === 0 || dice.below(3) === 0) {
    holder[field.name] = randomValue(api, field, version, dice, fixture);
    return;
  }
  const elements = value as unknown[];
  switch (dice.below(3)) {
    case 0:
      holder[field.name] = [...elements, structuredClone(dice.of(elements))];
      break;
    case 1:
      holder[field.name] = [...elements, randomElement(api, field, version, dice, fixture)];
      break;
    default:
      holder[field.name] = [];
  }
}

function placesIn(fields: readonly Field[], message: Message, version: number): Place[] {
  const places: Place[] = [];
  for (const field of fields) {
    if (!field.existsIn(version)) continue;
    places.push({ holder: message, field });
    const value = message[field.name];
    const nested = field.fields;
    if (nested === undefined || value === null || value === undefined) continue;
    for (const part of field.isArray ? (value as Message[]) : [value as Message]) {
      places.push(...placesIn(nested, part, version));
    }
  }
  return places;
}

/** Topics with records, a group with offsets, a group with a member: what requests can be about. */
async function makeFixture({ pair, report, versions }: GeneratorOptions): Promise<Fixture> {
  const topics = ['fixture', 'fixture-other'];
  const groups = ['fixture-offsets', 'fixture-members'];
  let topicIds: readonly string[] = [];
  let memberId = '';
  const flow: Flow = {
    name: 'fixture',
    async play(script) {
      await script.topics({ name: 'fixture', numPartitions: 2 }, { name: 'fixture-other' });
      topicIds = [await script.topicId('fixture'), await script.topicId('fixture-other')];
      const version = script.newest('Produce');
      for (const key of ['a', 'b', 'c']) {
        await produce(script, version, 'fixture', 0, batchOf([{ key, value: key }]));
      }
      await script.askNewest('FindCoordinator', { coordinatorKeys: groups });
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      await script.askNewest('OffsetCommit', {
        groupId: 'fixture-offsets',
        generationIdOrMemberEpoch: -1,
        topics: [{ topicId: topicIds[0], partitions: [{ partitionIndex: 0, committedOffset: 2 }] }],
      });
      // The longest session: the member does not beat.
      const join = {
        groupId: 'fixture-members',
        sessionTimeoutMs: 1_800_000,
        rebalanceTimeoutMs: 1_800_000,
        protocolType: 'consumer',
        protocols: [{ name: 'range', metadata: subscription('fixture') }],
      };
      const joined = await script.ask('JoinGroup', 3, join);
      memberId = joined['memberId'] as string;
      await script.askNewest('SyncGroup', {
        groupId: 'fixture-members',
        generationId: 1,
        memberId,
        protocolType: 'consumer',
        protocolName: 'range',
        assignments: [{ memberId, assignment: Buffer.from('all') }],
      });
    },
  };
  const script = new Script(pair, report, flow, versions.broker);
  await flow.play(script);
  script.close();
  return { topics, topicIds, groups, memberId };
}
