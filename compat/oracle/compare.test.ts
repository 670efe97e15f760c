import assert from 'node:assert/strict';
import { test } from 'node:test';

import { compareAnswers, type Difference } from './compare.ts';
import { Correlation } from './correlation.ts';
import { completed, type Message, messageSchema } from './message-schema.ts';

const KAFKA_ID = 'a2Fma2EncyBvd24gaWQgMQ';
const SAMSA_ID = 'c2Ftc2EncyBvd24gaWQgMQ';

function differences(
  api: string,
  version: number,
  kafka: Message,
  samsa: Message,
  correlation = new Correlation(),
): Difference[] {
  const { fields } = messageSchema(`${api}Response`);
  return compareAnswers({
    api,
    version,
    fields,
    kafka: completed(fields, kafka),
    samsa: completed(fields, samsa),
    correlation,
  });
}

const topic = (name: string, topicId: string): Message => ({ topics: [{ name, topicId }] });

test('an id of each side stands for the same thing from its first sight on', () => {
  const correlation = new Correlation();
  const other = 'b3RoZXIgb3duIGlkIG51MQ';
  const met = differences('Metadata', 13, topic('t', KAFKA_ID), topic('t', SAMSA_ID), correlation);
  assert.deepEqual(met, []);
  const { fields } = messageSchema('FetchRequest');
  const request = completed(fields, { topics: [{ topicId: KAFKA_ID }] });
  const forSamsa = correlation.samsaRequest(fields, request)['topics'] as Message[];
  assert.equal(forSamsa[0]?.['topicId'], SAMSA_ID);
  const again = differences('Metadata', 13, topic('t', KAFKA_ID), topic('t', other), correlation);
  assert.deepEqual(
    again.map(({ path }) => path),
    ['Metadata.topics.topicId'],
  );
});

test('a list without an order is compared by its keys, and one left over is a difference', () => {
  const [a, b, c] = [{ groupId: 'a' }, { groupId: 'b' }, { groupId: 'c' }];
  assert.deepEqual(differences('ListGroups', 5, { groups: [a, b] }, { groups: [b, a] }), []);
  const found = differences('ListGroups', 5, { groups: [a, b] }, { groups: [b, c] });
  assert.deepEqual(
    found.map(({ path, kafka, samsa }) => [path, kafka === 'absent', samsa === 'absent']),
    [
      ['ListGroups.groups[]', false, true],
      ['ListGroups.groups[]', true, false],
    ],
  );
});

test('null is not empty, and a field that the version lacks is not looked at', () => {
  const metadata = (rack: string | null): Message => ({ brokers: [{ nodeId: 1, rack }] });
  assert.equal(differences('Metadata', 13, metadata(null), metadata('')).length, 1);
  assert.equal(differences('Metadata', 0, metadata(null), metadata('')).length, 0);
});

test('texts may differ in their words, and not in whether there is one', () => {
  const answer = (errorMessage: string | null): Message => ({ errorCode: 1, errorMessage });
  assert.deepEqual(differences('DescribeCluster', 2, answer('so'), answer('otherwise')), []);
  assert.equal(differences('DescribeCluster', 2, answer('so'), answer('')).length, 1);
  assert.equal(differences('DescribeCluster', 2, answer('so'), answer(null)).length, 1);
});
