import assert from 'node:assert/strict';
import { test } from 'node:test';

import { errorName, ZERO_UUID } from '@samsa/common';
import { DeleteTopicsRequest } from '@samsa/protocol/apis/delete-topics';

import { TestController, uuidOf } from '../../test/test-controller.ts';
import { deleteTopics } from './delete-topics.ts';

function cluster(): TestController {
  const controller = new TestController();
  controller.addBroker(1);
  controller.createTopic('a', [[1]], { 'retention.ms': '7' });
  controller.createTopic('b', [[1]]);
  return controller;
}

function remove(
  controller: TestController,
  fields: Partial<DeleteTopicsRequest>,
): [name: string | null, id: string, error: string][] {
  const request = DeleteTopicsRequest.create(fields);
  return controller
    .run((state) => deleteTopics(state, request))
    .responses.map((one) => [one.name, one.topicId, errorName(one.errorCode)]);
}

test('topics go by name and by id, with their configs', () => {
  const controller = cluster();
  const a = controller.topic('a').id;
  const b = controller.topic('b').id;
  assert.deepEqual(remove(controller, { topicNames: ['a'] }), [['a', a, 'NONE']]);
  assert.equal(controller.image.configs.topic('a').size, 0);
  const byId = { topics: [{ name: null, topicId: b }] };
  assert.deepEqual(remove(controller, byId), [['b', b, 'NONE']]);
  assert.equal(controller.image.topics.size, 0);
});

test('what does not exist is refused by itself', () => {
  const controller = cluster();
  const unknown = uuidOf('unknown');
  const b = controller.topic('b').id;
  assert.deepEqual(remove(controller, { topicNames: ['none', 'b'] }), [
    ['none', ZERO_UUID, 'UNKNOWN_TOPIC_OR_PARTITION'],
    ['b', b, 'NONE'],
  ]);
  assert.deepEqual(remove(controller, { topics: [{ name: null, topicId: unknown }] }), [
    [null, unknown, 'UNKNOWN_TOPIC_ID'],
  ]);
});

test('a topic named twice, by both of its names or by none is refused and stays', () => {
  const controller = cluster();
  const { id } = controller.topic('a');
  assert.deepEqual(
    remove(controller, { topicNames: ['a', 'a'] }).map(([, , error]) => error),
    ['INVALID_REQUEST'],
  );
  const ambiguous = [
    { name: 'a', topicId: ZERO_UUID },
    { name: null, topicId: id },
  ];
  assert.deepEqual(
    remove(controller, { topics: ambiguous }).map(([, , error]) => error),
    ['INVALID_REQUEST'],
  );
  const both = { topics: [{ name: 'a', topicId: id }] };
  assert.deepEqual(remove(controller, both)[0]?.[2], 'INVALID_REQUEST');
  const neither = { topics: [{ name: null, topicId: ZERO_UUID }] };
  assert.deepEqual(remove(controller, neither)[0]?.[2], 'INVALID_REQUEST');
  assert.equal(controller.topic('a').id, id);
});
