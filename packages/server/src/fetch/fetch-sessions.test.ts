import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ErrorCode, type Platform, ZERO_UUID } from '@samsa/common';

import { type PartitionFetch, type PartitionNews } from './fetch-session.ts';
import { type FetchPlan, FetchSessions, type SessionRequest } from './fetch-sessions.ts';

/** The two parts of a platform that sessions use. */
function platform(): Platform & { nowMs: number } {
  let drawn = 0;
  const world = {
    nowMs: 0,
    clock: { nowMs: () => world.nowMs, monotonicMs: () => world.nowMs },
    random: { int: () => drawn++ },
  };
  return world as unknown as Platform & { nowMs: number };
}

function fetch(partition: number, fetchOffset = 0): PartitionFetch {
  return {
    topic: 't',
    topicId: ZERO_UUID,
    partition,
    fetchOffset,
    maxBytes: 100,
    currentLeaderEpoch: -1,
    lastFetchedEpoch: -1,
    logStartOffset: -1,
  };
}

function request(changes: Partial<SessionRequest>): SessionRequest {
  return {
    sessionId: 0,
    sessionEpoch: 0,
    isFollower: false,
    usesTopicIds: false,
    partitions: [],
    forgotten: [],
    ...changes,
  };
}

const NEWS: PartitionNews = {
  errorCode: ErrorCode.NONE,
  highWatermark: 5,
  logStartOffset: 0,
  recordsBytes: 0,
  hasDivergingEpoch: false,
  preferredReadReplica: -1,
};

function opened(plan: FetchPlan) {
  assert.equal(plan.kind, 'full');
  assert.ok(plan.kind === 'full' && plan.session !== undefined);
  return plan.session;
}

test('a session serves all its partitions though the request names only the changed one', () => {
  const sessions = new FetchSessions(platform(), 10);
  const { id } = opened(sessions.plan(request({ partitions: [fetch(0), fetch(1)] })));
  const plan = sessions.plan(
    request({ sessionId: id, sessionEpoch: 1, partitions: [fetch(1, 7)] }),
  );
  assert.equal(plan.kind, 'incremental');
  assert.ok(plan.kind === 'incremental');
  assert.deepEqual(
    plan.partitions.map(({ partition, fetchOffset }) => [partition, fetchOffset]),
    [
      [0, 0],
      [1, 7],
    ],
  );
});

test('an answer leaves out what the fetcher knows, and tells it again after an error', () => {
  const sessions = new FetchSessions(platform(), 10);
  const session = opened(sessions.plan(request({ partitions: [fetch(0)] })));
  assert.equal(session.isNews(fetch(0), NEWS), true);
  session.told(fetch(0), NEWS);
  assert.equal(session.isNews(fetch(0), NEWS), false);
  assert.equal(session.isNews(fetch(0), { ...NEWS, highWatermark: 6 }), true);
  assert.equal(session.isNews(fetch(0), { ...NEWS, logStartOffset: 1 }), true);
  assert.equal(session.isNews(fetch(0), { ...NEWS, recordsBytes: 1 }), true);
  session.told(fetch(0), { ...NEWS, errorCode: ErrorCode.NOT_LEADER_OR_FOLLOWER });
  assert.equal(session.isNews(fetch(0), NEWS), true);
});

test('who got records is served last the next time', () => {
  const sessions = new FetchSessions(platform(), 10);
  const session = opened(sessions.plan(request({ partitions: [fetch(0), fetch(1), fetch(2)] })));
  session.told(fetch(0), { ...NEWS, recordsBytes: 9 });
  assert.deepEqual(
    [...session.wanted()].map(({ partition }) => partition),
    [1, 2, 0],
  );
});

test('an unknown session, a wrong epoch and a change to topic ids are refused', () => {
  const sessions = new FetchSessions(platform(), 10);
  const { id } = opened(sessions.plan(request({ partitions: [fetch(0)] })));
  const codeOf = (changes: Partial<SessionRequest>): ErrorCode | undefined => {
    const plan = sessions.plan(request(changes));
    return plan.kind === 'refused' ? plan.errorCode : undefined;
  };
  assert.equal(
    codeOf({ sessionId: id + 1, sessionEpoch: 1 }),
    ErrorCode.FETCH_SESSION_ID_NOT_FOUND,
  );
  assert.equal(codeOf({ sessionId: id, sessionEpoch: 2 }), ErrorCode.INVALID_FETCH_SESSION_EPOCH);
  assert.equal(
    codeOf({ sessionId: id, sessionEpoch: 1, usesTopicIds: true }),
    ErrorCode.FETCH_SESSION_TOPIC_ID_ERROR,
  );
});

test('the final epoch ends a session, and epochs wrap to 1', () => {
  const sessions = new FetchSessions(platform(), 10);
  const session = opened(sessions.plan(request({ partitions: [fetch(0)] })));
  session.nextEpoch = 2 ** 31 - 1;
  assert.equal(
    sessions.plan(request({ sessionId: session.id, sessionEpoch: 2 ** 31 - 1 })).kind,
    'incremental',
  );
  assert.equal(session.nextEpoch, 1);
  const last = sessions.plan(request({ sessionId: session.id, sessionEpoch: -1 }));
  assert.ok(last.kind === 'full' && last.session === undefined);
  assert.equal(sessions.count, 0);
});

test('a full cache gives no session until an old one has had its time', () => {
  const world = platform();
  const sessions = new FetchSessions(world, 1);
  opened(sessions.plan(request({ partitions: [fetch(0)] })));
  const refused = sessions.plan(request({ partitions: [fetch(1)] }));
  assert.ok(refused.kind === 'full' && refused.session === undefined);
  world.nowMs = 120_001;
  opened(sessions.plan(request({ partitions: [fetch(1)] })));
  assert.equal(sessions.count, 1);
  assert.equal(sessions.evictionCount, 1);
});

test('a session that wants nothing any more is given up', () => {
  const sessions = new FetchSessions(platform(), 10);
  const { id } = opened(sessions.plan(request({ partitions: [fetch(0)] })));
  const plan = sessions.plan(
    request({
      sessionId: id,
      sessionEpoch: 1,
      forgotten: [{ topic: 't', topicId: ZERO_UUID, partition: 0 }],
    }),
  );
  assert.ok(plan.kind === 'full' && plan.partitions.length === 0);
  assert.equal(sessions.count, 0);
});
