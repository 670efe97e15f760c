// Flows over groups: members that join, sync, beat, commit and leave; what is told of them afterwards.

import { type Message } from '../message-schema.ts';
import { bytes, subscription } from '../records.ts';
import { type Flow, type Script } from '../script.ts';

export const GROUP_FLOWS: readonly Flow[] = [
  {
    name: 'one member, in every version',
    async play(script) {
      await ready(script);
      for (const version of script.versions('JoinGroup')) {
        const groupId = `one-v${version}`;
        const join = await joinNew(script, version, groupId);
        const memberId = join['memberId'] as string;
        const generationId = join['generationId'] as number;
        const syncVersion = clamp(script, 'SyncGroup', version);
        const beatVersion = clamp(script, 'Heartbeat', version);
        const leaveVersion = clamp(script, 'LeaveGroup', version);
        const beat = { groupId, generationId, memberId };
        await script.ask('Heartbeat', beatVersion, beat);
        const named = syncVersion >= 5 ? { protocolType: 'consumer', protocolName: 'range' } : {};
        await script.ask('SyncGroup', syncVersion, {
          groupId,
          generationId,
          memberId,
          assignments: [{ memberId, assignment: bytes('mine') }],
          ...named,
        });
        await script.ask('Heartbeat', beatVersion, beat);
        await script.ask('Heartbeat', beatVersion, { ...beat, generationId: generationId + 1 });
        await script.ask('Heartbeat', beatVersion, { ...beat, generationId: -1 });
        await script.ask('Heartbeat', beatVersion, { ...beat, memberId: 'nobody' });
        await script.ask('Heartbeat', beatVersion, { ...beat, memberId: '' });
        await script.ask('Heartbeat', beatVersion, { ...beat, groupId: 'nowhere' });
        await script.ask('Heartbeat', beatVersion, { ...beat, groupId: '' });
        const sync = { groupId, generationId, memberId, assignments: [], ...named };
        await script.ask('SyncGroup', syncVersion, sync);
        await script.ask('SyncGroup', syncVersion, { ...sync, generationId: 99 });
        await script.ask('SyncGroup', syncVersion, { ...sync, memberId: 'nobody' });
        await script.ask('SyncGroup', syncVersion, { ...sync, groupId: 'nowhere' });
        await script.ask('SyncGroup', syncVersion, { ...sync, groupId: '' });
        if (syncVersion >= 5) {
          await script.ask('SyncGroup', syncVersion, { ...sync, protocolType: null });
          await script.ask('SyncGroup', syncVersion, {
            ...sync,
            protocolType: 'other',
            protocolName: 'range',
          });
          await script.ask('SyncGroup', syncVersion, {
            ...sync,
            protocolType: 'consumer',
            protocolName: 'other',
          });
        }
        await commits(script, groupId, memberId, generationId);
        for (const v of script.versions('DescribeGroups')) {
          await script.ask('DescribeGroups', v, { groups: [groupId, 'nowhere', ''] });
          if (v >= 3) {
            await script.ask('DescribeGroups', v, {
              groups: [groupId],
              includeAuthorizedOperations: true,
            });
          }
        }
        for (const v of script.versions('DeleteGroups')) {
          await script.ask('DeleteGroups', v, { groupsNames: [groupId] });
        }
        await script.ask('JoinGroup', version, {
          ...joinRequest(version, groupId, memberId),
          protocolType: 'other',
        });
        await script.ask('JoinGroup', version, {
          ...joinRequest(version, groupId, memberId),
          protocols: [{ name: 'unheard-of', metadata: subscription('committed') }],
        });
        await script.ask('JoinGroup', version, joinRequest(version, groupId, memberId));
        const leave = { groupId, ...leaver(leaveVersion, memberId) };
        await script.ask('LeaveGroup', leaveVersion, {
          groupId,
          ...leaver(leaveVersion, 'nobody'),
        });
        await script.ask('LeaveGroup', leaveVersion, {
          groupId: 'nowhere',
          ...leaver(leaveVersion, memberId),
        });
        await script.ask('LeaveGroup', leaveVersion, {
          groupId: '',
          ...leaver(leaveVersion, memberId),
        });
        await script.ask('LeaveGroup', leaveVersion, leave);
        await script.ask('LeaveGroup', leaveVersion, leave);
        if (leaveVersion >= 3)
          await script.ask('LeaveGroup', leaveVersion, { groupId, members: [] });
        await script.askNewest('DescribeGroups', { groups: [groupId] });
      }
      for (const version of script.versions('ListGroups')) {
        await script.ask('ListGroups', version, {});
        if (version >= 4) {
          for (const statesFilter of [
            ['Empty'],
            ['Stable'],
            ['empty', 'dead'],
            ['nonsense'],
            [''],
          ]) {
            await script.ask('ListGroups', version, { statesFilter });
          }
        }
        if (version >= 5) {
          for (const typesFilter of [
            ['classic'],
            ['Consumer'],
            ['share', 'CLASSIC'],
            ['nonsense'],
            [''],
          ]) {
            await script.ask('ListGroups', version, { typesFilter });
          }
          await script.ask('ListGroups', version, {
            statesFilter: ['Empty'],
            typesFilter: ['classic'],
          });
        }
      }
    },
  },
  {
    name: 'join requests that are refused',
    async play(script) {
      let nextGroup = 1;
      for (const version of script.versions('JoinGroup')) {
        const join = async (change: Message): Promise<void> => {
          // A group each: the next member of one that took somebody in would have to wait for them.
          const groupId = `refused-v${version}-${nextGroup++}`;
          await script.ask('JoinGroup', version, {
            ...joinRequest(version, groupId, ''),
            ...change,
          });
        };
        for (const bad of [
          { groupId: '' },
          { sessionTimeoutMs: 1 },
          { sessionTimeoutMs: 2 ** 31 - 1 },
          { sessionTimeoutMs: -1 },
          { memberId: 'made-up' },
          { protocolType: '' },
          { protocols: [] },
          { protocols: [{ name: '', metadata: subscription('committed') }] },
        ]) {
          await join(bad);
        }
        if (version >= 5) {
          for (const groupInstanceId of ['', '.', '..', 'a b', 'x'.repeat(250)]) {
            await join({ groupInstanceId });
          }
        }
      }
    },
  },
  {
    name: 'static members',
    async play(script) {
      for (const version of script.versions('JoinGroup').filter((v) => v >= 5)) {
        const groupId = `static-v${version}`;
        const fixed = { ...joinRequest(version, groupId, ''), groupInstanceId: 'fixed' };
        const first = await script.ask('JoinGroup', version, fixed);
        const memberId = first['memberId'] as string;
        const syncVersion = clamp(script, 'SyncGroup', version);
        await script.ask('SyncGroup', syncVersion, {
          groupId,
          generationId: first['generationId'] as number,
          memberId,
          groupInstanceId: 'fixed',
          assignments: [{ memberId, assignment: bytes('all') }],
          ...(syncVersion >= 5 ? { protocolType: 'consumer', protocolName: 'range' } : {}),
        });
        const second = await script.ask('JoinGroup', version, fixed);
        const beat = {
          groupId,
          generationId: second['generationId'] as number,
          groupInstanceId: 'fixed',
        };
        const beatVersion = clamp(script, 'Heartbeat', version);
        await script.ask('Heartbeat', beatVersion, { ...beat, memberId });
        await script.ask('Heartbeat', beatVersion, {
          ...beat,
          memberId: second['memberId'] as string,
        });
        await script.ask('Heartbeat', beatVersion, {
          ...beat,
          memberId: second['memberId'] as string,
          groupInstanceId: 'unknown',
        });
        await script.ask('JoinGroup', version, { ...fixed, memberId });
        await script.askNewest('OffsetCommit', {
          groupId,
          memberId,
          generationIdOrMemberEpoch: second['generationId'] as number,
          groupInstanceId: 'fixed',
          topics: [],
        });
        await script.askNewest('DescribeGroups', { groups: [groupId] });
        const leaveVersion = script.newest('LeaveGroup');
        await script.ask('LeaveGroup', leaveVersion, {
          groupId,
          members: [
            { memberId, groupInstanceId: 'fixed' },
            { memberId: '', groupInstanceId: 'other' },
            { memberId: 'nobody', groupInstanceId: null },
            { memberId: '', groupInstanceId: 'fixed' },
          ],
        });
        await script.askNewest('DescribeGroups', { groups: [groupId] });
      }
    },
  },
  {
    name: 'two members rebalance',
    async play(script) {
      const version = script.newest('JoinGroup');
      const syncVersion = script.newest('SyncGroup');
      const groupId = 'pair-of-members';
      const other = script.connection();
      const first = await joinNew(script, version, groupId);
      const memberA = first['memberId'] as string;
      const sync = async (
        memberId: string,
        generationId: number,
        assignments: Message[],
        connection?: ReturnType<Script['connection']>,
      ): Promise<Message> =>
        script.ask(
          'SyncGroup',
          syncVersion,
          {
            groupId,
            memberId,
            generationId,
            protocolType: 'consumer',
            protocolName: 'range',
            assignments,
          },
          connection,
        );
      await sync(memberA, first['generationId'] as number, [
        { memberId: memberA, assignment: bytes('1') },
      ]);
      const required = await script.ask(
        'JoinGroup',
        version,
        joinRequest(version, groupId, ''),
        other,
      );
      const memberB = required['memberId'] as string;
      const joiningB = script.ask(
        'JoinGroup',
        version,
        joinRequest(version, groupId, memberB),
        other,
      );
      await new Promise((resolve) => setTimeout(resolve, 300));
      await script.askNewest('Heartbeat', {
        groupId,
        memberId: memberA,
        generationId: first['generationId'] as number,
      });
      await script.askNewest('DescribeGroups', { groups: [groupId] });
      const again = await script.ask('JoinGroup', version, joinRequest(version, groupId, memberA));
      const joinedB = await joiningB;
      const generationId = again['generationId'] as number;
      const syncingB = sync(memberB, joinedB['generationId'] as number, [], other);
      await new Promise((resolve) => setTimeout(resolve, 300));
      await script.askNewest('DescribeGroups', { groups: [groupId] });
      await sync(memberA, generationId, [
        { memberId: memberA, assignment: bytes('a') },
        { memberId: memberB, assignment: bytes('b') },
      ]);
      await syncingB;
      await script.askNewest('Heartbeat', { groupId, memberId: memberB, generationId });
      await script.askNewest('ListGroups', { statesFilter: ['Stable'] });
      await script.askNewest('LeaveGroup', { groupId, members: [{ memberId: memberB }] });
      await script.askNewest('Heartbeat', { groupId, memberId: memberA, generationId });
      await script.askNewest('OffsetCommit', {
        groupId,
        memberId: memberA,
        generationIdOrMemberEpoch: generationId,
        topics: [],
      });
      await script.askNewest('LeaveGroup', { groupId, members: [{ memberId: memberA }] });
      await script.askNewest('DescribeGroups', { groups: [groupId] });
      await script.askNewest('DeleteGroups', { groupsNames: [groupId] });
      await script.askNewest('DescribeGroups', { groups: [groupId] });
    },
  },
  {
    name: 'offsets without members',
    async play(script) {
      await ready(script);
      for (const version of script.versions('OffsetCommit')) {
        const groupId = `simple-v${version}`;
        const topic = async (name: string, partitions: Message[]): Promise<Message> =>
          version >= 10
            ? { topicId: await script.topicId(name), partitions }
            : { name, partitions };
        const commit = async (topics: Message[], extra: Message = {}): Promise<Message> =>
          script.ask('OffsetCommit', version, {
            groupId,
            generationIdOrMemberEpoch: -1,
            memberId: '',
            topics,
            ...extra,
          });
        await commit([
          await topic('committed', [
            { partitionIndex: 0, committedOffset: 5, committedMetadata: 'note' },
            { partitionIndex: 1, committedOffset: 0, committedMetadata: null },
            { partitionIndex: 9, committedOffset: 1, committedMetadata: '' },
            { partitionIndex: -1, committedOffset: 1, committedMetadata: '' },
          ]),
        ]);
        await commit([
          await topic('committed', [
            { partitionIndex: 2, committedOffset: -1, committedMetadata: '' },
          ]),
        ]);
        await commit([
          await topic('committed', [
            { partitionIndex: 2, committedOffset: -7, committedMetadata: '' },
          ]),
        ]);
        await commit([
          await topic('committed', [
            { partitionIndex: 0, committedOffset: 1, committedMetadata: 'm'.repeat(5_000) },
            { partitionIndex: 2, committedOffset: 7, committedMetadata: '' },
          ]),
        ]);
        if (version < 10)
          await commit([await topic('nowhere', [{ partitionIndex: 0, committedOffset: 1 }])]);
        if (version < 10)
          await commit([await topic('', [{ partitionIndex: 0, committedOffset: 1 }])]);
        if (version >= 10) {
          await commit([
            { topicId: UNKNOWN_ID, partitions: [{ partitionIndex: 0, committedOffset: 1 }] },
          ]);
        }
        await commit([]);
        await commit([await topic('committed', [])]);
        await commit([await topic('committed', [{ partitionIndex: 0, committedOffset: 1 }])], {
          generationIdOrMemberEpoch: 3,
        });
        await commit([await topic('committed', [{ partitionIndex: 0, committedOffset: 1 }])], {
          memberId: 'nobody',
        });
        await commit([await topic('committed', [{ partitionIndex: 0, committedOffset: 1 }])], {
          groupId: '',
        });
        await fetchOffsets(script, groupId);
      }
      for (const version of script.versions('OffsetDelete')) {
        for (const [groupId, name, partitionIndex] of [
          ['simple-v2', 'committed', 0],
          ['simple-v2', 'committed', 0],
          ['simple-v2', 'committed', 50],
          ['simple-v2', 'nowhere', 0],
          ['nowhere', 'committed', 0],
          ['', 'committed', 0],
        ] as const) {
          await script.ask('OffsetDelete', version, {
            groupId,
            topics: [{ name, partitions: [{ partitionIndex }] }],
          });
        }
        await script.ask('OffsetDelete', version, { groupId: 'simple-v2', topics: [] });
      }
      await fetchOffsets(script, 'simple-v2');
      for (const version of script.versions('DeleteGroups')) {
        await script.ask('DeleteGroups', version, {
          groupsNames: [`simple-v${3 + version}`, 'nowhere', '', `simple-v${3 + version}`],
        });
        await script.ask('DeleteGroups', version, { groupsNames: [] });
      }
    },
  },
];

const UNKNOWN_ID = 'c29tZSBvdGhlciB0b3BpYw';

async function ready(script: Script): Promise<void> {
  await script.topics({ name: 'committed', numPartitions: 3 });
  await script.askNewest('FindCoordinator', { keyType: 0, coordinatorKeys: ['any'] });
  // The coordinator loads its partitions in the background.
  await new Promise((resolve) => setTimeout(resolve, 1_000));
}

function joinRequest(version: number, groupId: string, memberId: string): Message {
  return {
    groupId,
    sessionTimeoutMs: 60_000,
    ...(version >= 1 ? { rebalanceTimeoutMs: 60_000 } : {}),
    memberId,
    protocolType: 'consumer',
    protocols: [
      { name: 'range', metadata: subscription('committed') },
      { name: 'roundrobin', metadata: subscription('committed') },
    ],
  };
}

/** Joins as a new member, twice where the version asks for the id first. */
async function joinNew(script: Script, version: number, groupId: string): Promise<Message> {
  const answer = await script.ask('JoinGroup', version, joinRequest(version, groupId, ''));
  if (version < 4) return answer;
  const memberId = answer['memberId'] as string;
  return script.ask('JoinGroup', version, joinRequest(version, groupId, memberId));
}

async function commits(
  script: Script,
  groupId: string,
  memberId: string,
  generationId: number,
): Promise<void> {
  const topicId = await script.topicId('committed');
  for (const version of script.versions('OffsetCommit')) {
    const commit = {
      groupId,
      memberId,
      generationIdOrMemberEpoch: generationId,
      topics: [
        {
          ...(version >= 10 ? { topicId } : { name: 'committed' }),
          partitions: [{ partitionIndex: 0, committedOffset: version, committedMetadata: 'x' }],
        },
      ],
    };
    await script.ask('OffsetCommit', version, commit);
    await script.ask('OffsetCommit', version, {
      ...commit,
      generationIdOrMemberEpoch: generationId + 5,
    });
    await script.ask('OffsetCommit', version, { ...commit, memberId: 'nobody' });
    await script.ask('OffsetCommit', version, {
      ...commit,
      memberId: '',
      generationIdOrMemberEpoch: -1,
    });
  }
}

async function fetchOffsets(script: Script, groupId: string): Promise<void> {
  const topicId = await script.topicId('committed');
  for (const version of script.versions('OffsetFetch')) {
    const partitionIndexes = [0, 1, 2, 9];
    const topics =
      version >= 10
        ? [
            { topicId, partitionIndexes },
            { topicId: UNKNOWN_ID, partitionIndexes: [0] },
          ]
        : [
            { name: 'committed', partitionIndexes },
            { name: 'nowhere', partitionIndexes: [0] },
          ];
    for (const asked of version >= 2 ? [topics, [], null] : [topics, []]) {
      if (version >= 8) {
        await script.ask('OffsetFetch', version, { groups: [{ groupId, topics: asked }] });
        await script.ask('OffsetFetch', version, {
          groups: [
            { groupId, topics: asked },
            { groupId: 'nowhere', topics: asked },
            { groupId: '', topics: asked },
          ],
          requireStable: true,
        });
      } else {
        await script.ask('OffsetFetch', version, { groupId, topics: asked });
        await script.ask('OffsetFetch', version, { groupId: 'nowhere', topics: asked });
      }
    }
    if (version >= 8) await script.ask('OffsetFetch', version, { groups: [] });
    if (version >= 9) {
      await script.ask('OffsetFetch', version, {
        groups: [{ groupId, topics, memberId: 'nobody', memberEpoch: 3 }],
      });
    }
  }
}

function leaver(version: number, memberId: string): Message {
  return version >= 3 ? { members: [{ memberId }] } : { memberId };
}

/** The version of another API that a client of this version of JoinGroup would use. */
function clamp(script: Script, api: string, version: number): number {
  return Math.min(version, script.newest(api));
}
