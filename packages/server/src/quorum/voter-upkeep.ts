// VoterUpkeep: keeps what the voter set says about this controller true. One that moved tells the leader
// its new endpoints (UpdateRaftVoter); one that does not vote and is told to asks to be made a voter.

import { type Cancel, type Endpoint, ErrorCode, errorName, type Platform } from '@samsa/common';
import {
  AddRaftVoter,
  AddRaftVoterRequest,
  createListener,
} from '@samsa/protocol/apis/add-raft-voter';
import { RemoveRaftVoter, RemoveRaftVoterRequest } from '@samsa/protocol/apis/remove-raft-voter';
import {
  createKRaftVersionFeature,
  createListener as createUpdateListener,
  UpdateRaftVoter,
  UpdateRaftVoterRequest,
} from '@samsa/protocol/apis/update-raft-voter';
import { type ListenerEndpoint, type ReplicaKey, type Voter } from '@samsa/raft';

import { type QuorumChannels } from './quorum-channels.ts';
import { type RaftDriver } from './raft-driver.ts';

/** What this software can do. */
export const KRAFT_VERSIONS = { min: 0, max: 1 } as const;

export interface VoterUpkeepOptions {
  readonly platform: Platform;
  readonly driver: RaftDriver;
  readonly channels: QuorumChannels;
  readonly clusterId: string;
  readonly endpoints: readonly ListenerEndpoint[];
  /** controller.quorum.auto.join.enable */
  readonly joins: boolean;
  readonly requestTimeoutMs: number;
  /** How often it looks; what has failed is tried again then. */
  readonly everyMs: number;
}

export class VoterUpkeep {
  readonly #options: VoterUpkeepOptions;
  readonly #cancel: Cancel;
  #isAsking = false;

  constructor(options: VoterUpkeepOptions) {
    this.#options = options;
    this.#cancel = options.platform.timers.every(options.everyMs, () => this.check());
  }

  stop(): void {
    this.#cancel();
  }

  /** Does what is due, if anything; call it also when the leader changes. */
  check(): void {
    const { replica } = this.#options.driver;
    if (this.#isAsking || replica.voterHistory.kraftVersion < 1) return;
    const known = replica.voters.voter(replica.local.id);
    const change = this.#dueChange(known, replica.local);
    if (change === undefined) return;
    this.#isAsking = true;
    // Its outcome is logged; the next look tries again.
    void this.#ask(change, replica.leaderEndpoint);
  }

  #dueChange(known: Voter | undefined, local: ReplicaKey): 'update' | 'add' | Voter | undefined {
    const { joins } = this.#options;
    if (known === undefined) return joins ? 'add' : undefined;
    // The place of this node is held by the disk that it had before.
    if (known.directoryId !== local.directoryId) return joins ? known : undefined;
    return this.#isTrue(known) ? undefined : 'update';
  }

  #isTrue(voter: Voter): boolean {
    const { endpoints } = this.#options;
    return (
      voter.minKRaftVersion === KRAFT_VERSIONS.min &&
      voter.maxKRaftVersion === KRAFT_VERSIONS.max &&
      voter.endpoints.length === endpoints.length &&
      endpoints.every((own) =>
        voter.endpoints.some(
          ({ name, host, port }) => name === own.name && host === own.host && port === own.port,
        ),
      )
    );
  }

  async #ask(change: 'update' | 'add' | Voter, leader: Endpoint | undefined): Promise<void> {
    const { driver, platform } = this.#options;
    try {
      const errorCode = await this.#outcome(change, leader);
      if (errorCode !== undefined && errorCode !== ErrorCode.NONE) {
        platform.log('info', 'voter change not made yet', { error: errorName(errorCode) });
      }
    } catch (cause) {
      // The leader is away; the next look asks the next one.
      platform.log('debug', 'voter change not asked for', {
        leader: driver.replica.leaderId,
        cause,
      });
    } finally {
      this.#isAsking = false;
    }
  }

  /** Undefined when nobody could be asked. */
  async #outcome(
    change: 'update' | 'add' | Voter,
    leader: Endpoint | undefined,
  ): Promise<ErrorCode | undefined> {
    const { channels, clusterId, driver, endpoints, requestTimeoutMs } = this.#options;
    const { epoch, isLeader, local } = driver.replica;
    if (isLeader && change === 'update') {
      const voter: Voter = {
        ...local,
        endpoints,
        minKRaftVersion: KRAFT_VERSIONS.min,
        maxKRaftVersion: KRAFT_VERSIONS.max,
      };
      const result = await driver.changeVoters({
        kind: 'update',
        voter,
        timeoutMs: requestTimeoutMs,
      });
      return result.errorCode as ErrorCode;
    }
    if (isLeader || leader === undefined) return undefined;
    if (change === 'update') {
      const request = UpdateRaftVoterRequest.create({
        clusterId,
        currentLeaderEpoch: epoch,
        voterId: local.id,
        voterDirectoryId: local.directoryId,
        listeners: endpoints.map(({ name, host, port }) =>
          createUpdateListener({ name, host, port }),
        ),
        kRaftVersionFeature: createKRaftVersionFeature({
          minSupportedVersion: KRAFT_VERSIONS.min,
          maxSupportedVersion: KRAFT_VERSIONS.max,
        }),
      });
      return codeOf(await channels.send(leader, 'control', UpdateRaftVoter, request));
    }
    if (change === 'add') {
      const request = AddRaftVoterRequest.create({
        clusterId,
        timeoutMs: requestTimeoutMs,
        voterId: local.id,
        voterDirectoryId: local.directoryId,
        listeners: endpoints.map(({ name, host, port }) => createListener({ name, host, port })),
        ackWhenCommitted: false,
      });
      return codeOf(await channels.send(leader, 'control', AddRaftVoter, request));
    }
    const request = RemoveRaftVoterRequest.create({
      clusterId,
      voterId: change.id,
      voterDirectoryId: change.directoryId,
    });
    return codeOf(await channels.send(leader, 'control', RemoveRaftVoter, request));
  }
}

function codeOf(response: { readonly errorCode: number }): ErrorCode {
  return response.errorCode as ErrorCode;
}
