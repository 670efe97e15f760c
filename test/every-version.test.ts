// Every API that a node tells of, at every version that it tells of, on both kinds of listener: the
// answer can be read to its last byte and says what it should.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { ErrorCode } from '@samsa/common';
import { createCreatableTopic, CreateTopics } from '@samsa/protocol/apis/create-topics';
import { FindCoordinator } from '@samsa/protocol/apis/find-coordinator';

import { servedApis } from './support/api-catalogue.ts';
import { RawConnection } from './support/raw-connection.ts';
import { type ListenerRole, probeOf, type Subject } from './support/requests.ts';
import { SamsaProcess } from './support/samsa-process.ts';

let samsa: SamsaProcess;
let subject: Omit<Subject, 'listener'>;

before(async () => {
  samsa = await SamsaProcess.start();
  const connection = await RawConnection.open(samsa.port);
  const name = 'subject';
  const { topics } = await connection.call(
    CreateTopics,
    7,
    CreateTopics.request.create({
      topics: [createCreatableTopic({ name, numPartitions: 1, replicationFactor: 1 })],
    }),
  );
  // The topic of the groups' coordinator comes into being when it is first asked for.
  let coordinatorError: number;
  do {
    const answer = await connection.call(FindCoordinator, 3, FindCoordinator.request.create());
    coordinatorError = answer.errorCode;
  } while (coordinatorError !== ErrorCode.NONE);
  connection.close();
  const [, clusterId = ''] = /^ {2}cluster +(\S+)$/m.exec(samsa.output) ?? [];
  subject = { topic: name, topicId: topics[0]?.topicId ?? '', nodeId: 1, clusterId };
});

after(async () => {
  await samsa.discard();
});

for (const listener of ['broker', 'controller'] as const) {
  test(`every API of the ${listener} listener answers at every version`, async (t) => {
    const port = listener === 'broker' ? samsa.port : samsa.controllerPort;
    const served = await servedApis(port);
    let exchanges = 0;
    for (const { api, versions } of served) {
      for (let version = versions[0]; version <= versions[1]; version++) {
        await exchange(port, listener, api.name, version);
        exchanges++;
      }
    }
    t.diagnostic(`${served.length} APIs, ${exchanges} exchanges`);
    assert.doesNotMatch(samsa.output, / ERROR /);
  });
}

async function exchange(
  port: number,
  listener: ListenerRole,
  api: string,
  version: number,
): Promise<void> {
  const probe = probeOf(listener, api);
  assert.ok(probe !== undefined, `there is no request of ${api} for the ${listener} listener`);
  const connection = await RawConnection.open(port);
  try {
    await probe(
      (codec, request) => connection.call(codec, version, codec.request.create(request)),
      version,
      { ...subject, listener },
    );
  } catch (error) {
    throw new Error(`${listener}: ${api} v${version}: ${(error as Error).message}`, {
      cause: error,
    });
  } finally {
    connection.close();
  }
}
