// A broker that exists for the controller only: it registers, says once that it is alive, and serves
// nobody. With it there are partitions that another broker leads.

import { Channel } from '@samsa/network';
import { SUPPORTED_FEATURES } from '@samsa/metadata';
import { ErrorCode } from '@samsa/common';
import { BrokerHeartbeat } from '@samsa/protocol/apis/broker-heartbeat';
import {
  BrokerRegistration,
  createFeature,
  createListener,
} from '@samsa/protocol/apis/broker-registration';

import { type RunningNode } from './running-node.ts';

export const PHANTOM = { id: 77, host: 'phantom.example', port: 7777, rack: 'r77' } as const;

/**
 * It stays for one broker session, which is longer than a test, or until the function that this
 * resolves to is called: before the node stops, which would wait for it.
 */
export async function joinPhantom(
  node: RunningNode,
  listenerName = 'PLAINTEXT',
): Promise<() => Promise<void>> {
  const channel: Channel = node.controller;
  const { brokerEpoch, errorCode } = await channel.send(
    BrokerRegistration,
    BrokerRegistration.request.create({
      brokerId: PHANTOM.id,
      clusterId: node.node.clusterId,
      incarnationId: 'cGhhbnRvbS1vZi10ZXN0cw',
      listeners: [createListener({ name: listenerName, host: PHANTOM.host, port: PHANTOM.port })],
      features: [...SUPPORTED_FEATURES].map(([name, { min, max }]) =>
        createFeature({ name, minSupportedVersion: min, maxSupportedVersion: max }),
      ),
      rack: PHANTOM.rack,
      logDirs: ['cGhhbnRvbS1kaXJlY3Rvcg'],
    }),
  );
  if (errorCode !== ErrorCode.NONE) throw new Error(`the phantom was refused: ${errorCode}`);
  const heartbeat = (wantFence: boolean) =>
    channel.send(
      BrokerHeartbeat,
      BrokerHeartbeat.request.create({
        brokerId: PHANTOM.id,
        brokerEpoch,
        currentMetadataOffset: brokerEpoch,
        wantFence,
      }),
    );
  if ((await heartbeat(false)).isFenced) throw new Error('the phantom is fenced');
  return async () => {
    await heartbeat(true);
  };
}
