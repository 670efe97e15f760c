// Flows over records: produced, fetched by offset and by session, found by time, deleted.

import { batchOf, producibleRecords, RECORD_TIME_MS } from '../records.ts';
import { type Message } from '../message-schema.ts';
import { type Flow, type Script } from '../script.ts';

export const RECORD_FLOWS: readonly Flow[] = [
  {
    name: 'records produced and fetched, in every version',
    async play(script) {
      for (const version of script.versions('Produce')) {
        const name = `log-v${version}`;
        await script.topics(
          { name, numPartitions: 2 },
          { name: `${name}-compact`, configs: [{ name: 'cleanup.policy', value: 'compact' }] },
          {
            name: `${name}-small`,
            configs: [{ name: 'max.message.bytes', value: '100' }],
          },
          {
            name: `${name}-append-time`,
            configs: [{ name: 'message.timestamp.type', value: 'LogAppendTime' }],
          },
        );
        for (const records of producibleRecords()) {
          for (const topic of [name, `${name}-compact`, `${name}-small`, `${name}-append-time`]) {
            await produce(script, version, topic, 0, records);
          }
        }
        const good = batchOf([{ key: 'k', value: 'v' }]);
        await produce(script, version, name, 7, good);
        await produce(script, version, name, -1, good);
        await produce(script, version, name, 1, good, 1);
        await produce(script, version, name, 1, good, 2);
        await produce(script, version, name, 1, good, -2);
        if (version <= 12) await produce(script, version, 'nowhere', 0, good);
        if (version <= 12) await produce(script, version, '', 0, good);
        await script.tell(
          'Produce',
          version,
          await produceRequest(script, version, name, 1, good, 0),
        );
        await script.askNewest('ListOffsets', {
          replicaId: -1,
          topics: [{ name, partitions: [{ partitionIndex: 1, timestamp: -1 }] }],
        });
      }
    },
  },
  {
    name: 'an idempotent producer',
    async play(script) {
      await script.topics({ name: 'idempotent' });
      const answer = await script.askNewest('InitProducerId', {
        transactionalId: null,
        transactionTimeoutMs: 60_000,
      });
      const producerId = answer['producerId'] as number;
      if (producerId !== 0) {
        // Batches carry the id in their bytes, which are not translated.
      }
      const version = script.newest('Produce');
      const send = async (
        producerEpoch: number,
        baseSequence: number,
        count = 1,
      ): Promise<void> => {
        const records = Array.from({ length: count }, (_, i) => ({ value: `${i}` }));
        const batch = batchOf(records, { producerId: 77, producerEpoch, baseSequence });
        await produce(script, version, 'idempotent', 0, batch);
      };
      await send(0, 0, 3);
      await send(0, 0, 3);
      await send(0, 3);
      await send(0, 5);
      await send(0, 4);
      await send(0, 0, 3);
      for (let sequence = 5; sequence < 12; sequence++) await send(0, sequence);
      await send(0, 3);
      await send(1, 4);
      await send(1, 0);
      await send(0, 12);
      await send(1, 1);
      for (const v of script.versions('InitProducerId')) {
        await script.ask('InitProducerId', v, { transactionalId: null, transactionTimeoutMs: 0 });
        await script.ask('InitProducerId', v, { transactionalId: '', transactionTimeoutMs: 1_000 });
      }
      for (const v of script.versions('DescribeProducers')) {
        await script.ask('DescribeProducers', v, {
          topics: [
            { name: 'idempotent', partitionIndexes: [0, 1, -1] },
            { name: 'nowhere', partitionIndexes: [0] },
            { name: '', partitionIndexes: [0] },
          ],
        });
      }
    },
  },
  {
    name: 'fetch, in every version',
    async play(script) {
      await script.topics({ name: 'read', numPartitions: 2 });
      const newest = script.newest('Produce');
      for (let i = 0; i < 6; i++) {
        await produce(
          script,
          newest,
          'read',
          i % 2,
          batchOf([
            { value: `${i}`, afterMs: i },
            { value: 'x'.repeat(200), afterMs: i + 1 },
          ]),
        );
      }
      const topicId = await script.topicId('read');
      for (const version of script.versions('Fetch')) {
        const topic = (name: string, partitions: Message[]): Message => ({
          ...(version >= 13
            ? { topicId: name === 'read' ? topicId : UNKNOWN_ID }
            : { topic: name }),
          partitions: partitions.map((partition) => ({ partitionMaxBytes: 100_000, ...partition })),
        });
        const full = { maxWaitMs: 50, minBytes: 0, maxBytes: 1_000_000, sessionEpoch: -1 };
        const ask = async (topics: Message[], extra: Message = {}): Promise<Message> =>
          script.ask('Fetch', version, { ...full, topics, ...extra });
        for (const fetchOffset of [0, 1, 2, 5, 6, 7, -1, -2, 1_000]) {
          await ask([topic('read', [{ partition: 0, fetchOffset }])]);
        }
        await ask([
          topic('read', [{ partition: 1 }, { partition: 0, fetchOffset: 4 }, { partition: 9 }]),
        ]);
        await ask([topic('read', [{ partition: 0 }, { partition: 1 }])], { maxBytes: 1 });
        await ask([
          topic('read', [
            { partition: 0, partitionMaxBytes: 1 },
            { partition: 1, partitionMaxBytes: 1 },
          ]),
        ]);
        await ask([topic('read', [{ partition: 0, partitionMaxBytes: 0 }])], { maxBytes: 0 });
        await ask([topic('read', [{ partition: 0, partitionMaxBytes: 400 }])]);
        await ask([topic('read', [{ partition: 0, partitionMaxBytes: -1 }])], { maxBytes: -1 });
        await ask([topic('nowhere', [{ partition: 0 }])]);
        await ask([topic('read', [{ partition: 0 }, { partition: 0, fetchOffset: 2 }])]);
        await ask([]);
        for (const isolationLevel of [0, 1, 2, -1]) {
          await ask([topic('read', [{ partition: 0 }])], { isolationLevel });
        }
        await ask([topic('read', [{ partition: 0, fetchOffset: 6 }])], { minBytes: 1 });
        if (version >= 9) {
          for (const currentLeaderEpoch of [0, 1, 5, -2]) {
            await ask([topic('read', [{ partition: 0, currentLeaderEpoch }])]);
          }
        }
        if (version >= 12) {
          for (const lastFetchedEpoch of [0, 1, -2]) {
            await ask([topic('read', [{ partition: 0, fetchOffset: 2, lastFetchedEpoch }])]);
          }
        }
        if (version >= 11) await ask([topic('read', [{ partition: 0 }])], { rackId: 'r1' });
        if (version >= 7) await session(script, version, topic);
      }
    },
  },
  {
    name: 'offsets by time and by epoch',
    async play(script) {
      await script.topics({ name: 'timed', numPartitions: 2 });
      const newest = script.newest('Produce');
      await produce(
        script,
        newest,
        'timed',
        0,
        batchOf([{ value: 'a' }, { value: 'b', afterMs: 10 }]),
      );
      await produce(script, newest, 'timed', 0, batchOf([{ value: 'c', afterMs: 30 }]));
      await produce(
        script,
        newest,
        'timed',
        0,
        batchOf([{ value: 'd', afterMs: 20 }], { codec: 'gzip' }),
      );
      for (const version of script.versions('ListOffsets')) {
        const ask = async (
          partition: Message,
          name = 'timed',
          extra: Message = {},
        ): Promise<Message> =>
          script.ask('ListOffsets', version, {
            replicaId: -1,
            topics: [{ name, partitions: [partition] }],
            ...extra,
          });
        for (const timestamp of [
          -1,
          -2,
          -3,
          -4,
          -5,
          -6,
          -7,
          -8,
          0,
          RECORD_TIME_MS,
          RECORD_TIME_MS + 1,
          RECORD_TIME_MS + 15,
          RECORD_TIME_MS + 25,
          RECORD_TIME_MS + 30,
          RECORD_TIME_MS + 31,
          2 ** 52,
        ]) {
          await ask({ partitionIndex: 0, timestamp });
          await ask({ partitionIndex: 1, timestamp });
        }
        await ask({ partitionIndex: 5, timestamp: -1 });
        await ask({ partitionIndex: -1, timestamp: -1 });
        await ask({ partitionIndex: 0, timestamp: -1 }, 'nowhere');
        await ask({ partitionIndex: 0, timestamp: -1 }, '');
        for (const replicaId of [-2, 0, 1, 5, -3]) {
          await ask({ partitionIndex: 0, timestamp: -1 }, 'timed', { replicaId });
        }
        if (version >= 2) {
          for (const isolationLevel of [1, 2, -1]) {
            await ask({ partitionIndex: 0, timestamp: -1 }, 'timed', { isolationLevel });
            await ask({ partitionIndex: 0, timestamp: -3 }, 'timed', { isolationLevel });
          }
        }
        if (version >= 4) {
          for (const currentLeaderEpoch of [0, 1, -2]) {
            await ask({ partitionIndex: 0, timestamp: -1, currentLeaderEpoch });
          }
        }
        await script.ask('ListOffsets', version, {
          replicaId: -1,
          topics: [
            {
              name: 'timed',
              partitions: [
                { partitionIndex: 0, timestamp: -1 },
                { partitionIndex: 1, timestamp: -1 },
                { partitionIndex: 0, timestamp: -2 },
              ],
            },
          ],
        });
        await script.ask('ListOffsets', version, { replicaId: -1, topics: [] });
      }
      for (const version of script.versions('OffsetForLeaderEpoch')) {
        for (const leaderEpoch of [0, 1, -1, 100, -2]) {
          await script.ask('OffsetForLeaderEpoch', version, {
            topics: [
              {
                topic: 'timed',
                partitions: [
                  { partition: 0, leaderEpoch },
                  { partition: 1, leaderEpoch },
                  { partition: 4, leaderEpoch },
                ],
              },
              { topic: 'nowhere', partitions: [{ partition: 0, leaderEpoch }] },
            ],
            replicaId: version >= 3 ? -1 : -2,
          });
          await script.ask('OffsetForLeaderEpoch', version, {
            topics: [
              {
                topic: 'timed',
                partitions: [{ partition: 0, leaderEpoch, currentLeaderEpoch: 3 }],
              },
            ],
          });
        }
      }
      for (const version of script.versions('DeleteRecords')) {
        for (const offset of [1, 1, 0, 2, 100, -2, version === 0 ? 3 : -1]) {
          await script.ask('DeleteRecords', version, {
            topics: [{ name: 'timed', partitions: [{ partitionIndex: 0, offset }] }],
            timeoutMs: 10_000,
          });
        }
        await script.ask('DeleteRecords', version, {
          topics: [
            { name: 'timed', partitions: [{ partitionIndex: 9, offset: 0 }] },
            { name: 'nowhere', partitions: [{ partitionIndex: 0, offset: 0 }] },
            { name: '', partitions: [{ partitionIndex: 0, offset: 0 }] },
            { name: '__consumer_offsets', partitions: [{ partitionIndex: 0, offset: 0 }] },
          ],
          timeoutMs: 10_000,
        });
        await script.askNewest('ListOffsets', {
          replicaId: -1,
          topics: [{ name: 'timed', partitions: [{ partitionIndex: 0, timestamp: -2 }] }],
        });
        await script.askNewest('Fetch', {
          maxWaitMs: 0,
          maxBytes: 10_000,
          sessionEpoch: -1,
          topics: [
            {
              topicId: await script.topicId('timed'),
              partitions: [{ partition: 0, fetchOffset: 0, partitionMaxBytes: 10_000 }],
            },
          ],
        });
      }
      for (const version of script.versions('DescribeLogDirs')) {
        await script.ask('DescribeLogDirs', version, {
          topics: [
            { topic: 'timed', partitions: [0, 1, 5] },
            { topic: 'nowhere', partitions: [0] },
          ],
        });
        await script.ask('DescribeLogDirs', version, { topics: [] });
      }
    },
  },
];

const UNKNOWN_ID = 'c29tZSBvdGhlciB0b3BpYw';

async function session(
  script: Script,
  version: number,
  topic: (name: string, partitions: Message[]) => Message,
): Promise<void> {
  const common = { maxWaitMs: 0, minBytes: 0, maxBytes: 1_000_000 };
  const ask = async (
    sessionId: number,
    sessionEpoch: number,
    extra: Message = {},
  ): Promise<Message> =>
    script.ask('Fetch', version, { ...common, sessionId, sessionEpoch, ...extra });
  const first = await ask(0, 0, { topics: [topic('read', [{ partition: 0 }, { partition: 1 }])] });
  const id = first['sessionId'] as number;
  await ask(id, 1);
  await ask(id, 2, { topics: [topic('read', [{ partition: 0, fetchOffset: 6 }])] });
  await ask(id, 2);
  await ask(id, 3, {
    forgottenTopicsData: [{ ...topic('read', []), partitions: [1] } as Message],
  });
  await ask(id, 4, { topics: [topic('nowhere', [{ partition: 0 }])] });
  await ask(id, 5);
  await ask(id, 9);
  await ask(123_456, 1);
  await ask(id, -1, { topics: [topic('read', [{ partition: 0 }])] });
  await ask(id, 6);
  await ask(0, 5);
  await ask(0, -2);
}

async function produceRequest(
  script: Script,
  version: number,
  name: string,
  index: number,
  records: Uint8Array | null,
  acks: number,
): Promise<Message> {
  return {
    acks,
    timeoutMs: 5_000,
    topicData: [
      {
        ...(version >= 13 ? { topicId: await script.topicId(name) } : { name }),
        partitionData: [{ index, records }],
      },
    ],
  };
}

export async function produce(
  script: Script,
  version: number,
  name: string,
  index: number,
  records: Uint8Array | null,
  acks = -1,
): Promise<Message> {
  const request = await produceRequest(script, version, name, index, records, acks);
  return script.ask('Produce', version, request);
}
