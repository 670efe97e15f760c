import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  assertFollows,
  formatQuorumState,
  parseQuorumState,
  type QuorumState,
} from './quorum-state.ts';

const DIRECTORY = 'eTdDbWvYps9ikwHAsoBgLQ';

test('both forms of the file are byte for byte what Kafka 4.3 writes', () => {
  assert.equal(
    formatQuorumState({ epoch: 5, leaderId: 1, voted: undefined }, 1),
    '{"leaderId":1,"leaderEpoch":5,"votedId":-1,"votedDirectoryId":"AAAAAAAAAAAAAAAAAAAAAA","data_version":1}',
  );
  assert.equal(
    formatQuorumState({ epoch: 1, leaderId: 1, voted: undefined }, 0),
    '{"clusterId":"","leaderId":1,"leaderEpoch":1,"votedId":-1,"appliedOffset":0,"currentVoters":[],"data_version":0}',
  );
});

test('what was written is read again, with the directory id in the newer form only', () => {
  const state: QuorumState = { epoch: 4, leaderId: 2, voted: { id: 2, directoryId: DIRECTORY } };
  assert.deepEqual(parseQuorumState(formatQuorumState(state, 1)), state);
  assert.deepEqual(parseQuorumState(formatQuorumState(state, 0, [1, 2])).voted, {
    id: 2,
    directoryId: 'AAAAAAAAAAAAAAAAAAAAAA',
  });
});

test('a file that is no quorum state is refused and not read as "never voted"', () => {
  for (const text of ['', '{}', 'null', '{"leaderId":1}', '{"data_version":2}', '[1]']) {
    assert.throws(() => parseQuorumState(text), text);
  }
});

test('the epoch never falls, and an epoch has one vote and one leader (R6)', () => {
  const voted: QuorumState = { epoch: 4, leaderId: -1, voted: { id: 1, directoryId: DIRECTORY } };
  assertFollows(voted, { ...voted, leaderId: 1 });
  assertFollows(voted, { epoch: 5, leaderId: -1, voted: undefined });
  assert.throws(() => assertFollows(voted, { ...voted, epoch: 3 }));
  assert.throws(() => assertFollows(voted, { ...voted, voted: undefined }));
  assert.throws(() => assertFollows(voted, { ...voted, voted: { id: 2, directoryId: DIRECTORY } }));
  assert.throws(() => assertFollows({ ...voted, leaderId: 1 }, { ...voted, leaderId: 2 }));
});
