// Requests that change who votes (KIP-853): AddRaftVoter, RemoveRaftVoter, UpdateRaftVoter.

import { type Endpoint, ErrorCode, errorName } from '@samsa/common';
import { ApiVersions, ApiVersionsRequest } from '@samsa/protocol/apis/api-versions';
import {
  type AddRaftVoterRequest,
  AddRaftVoterResponse,
} from '@samsa/protocol/apis/add-raft-voter';
import {
  type RemoveRaftVoterRequest,
  RemoveRaftVoterResponse,
} from '@samsa/protocol/apis/remove-raft-voter';
import {
  createCurrentLeader,
  type UpdateRaftVoterRequest,
  UpdateRaftVoterResponse,
} from '@samsa/protocol/apis/update-raft-voter';
import { type VoterChangeResult } from '@samsa/raft';

import { type QuorumChannels } from './quorum-channels.ts';
import { type RaftDriver } from './raft-driver.ts';
import { clusterProblem } from './wire/common.ts';

const KRAFT_VERSION_FEATURE = 'kraft.version';

export class VoterRequests {
  readonly #driver: RaftDriver;
  readonly #channels: QuorumChannels;
  readonly #clusterId: string;
  readonly #requestTimeoutMs: number;

  constructor(
    driver: RaftDriver,
    channels: QuorumChannels,
    clusterId: string,
    requestTimeoutMs: number,
  ) {
    this.#driver = driver;
    this.#channels = channels;
    this.#clusterId = clusterId;
    this.#requestTimeoutMs = requestTimeoutMs;
  }

  async add(request: AddRaftVoterRequest): Promise<AddRaftVoterResponse> {
    const problem = this.#problem(request.clusterId);
    if (problem !== ErrorCode.NONE) return AddRaftVoterResponse.create(refusalOf(problem));
    const endpoint = request.listeners[0];
    if (endpoint === undefined || request.voterId < 0) {
      return AddRaftVoterResponse.create({
        errorCode: ErrorCode.INVALID_REQUEST,
        errorMessage: 'the new voter needs an id and a controller listener',
      });
    }
    const versions = await this.#kraftVersionsOf(endpoint);
    if (versions === undefined) {
      return AddRaftVoterResponse.create({
        errorCode: ErrorCode.REQUEST_TIMED_OUT,
        errorMessage: `the new voter at ${endpoint.host}:${endpoint.port} does not answer`,
      });
    }
    const kraftVersion = this.#driver.replica.voterHistory.kraftVersion;
    if (kraftVersion < versions.min || kraftVersion > versions.max) {
      return AddRaftVoterResponse.create({
        errorCode: ErrorCode.INVALID_REQUEST,
        errorMessage:
          `the new voter supports kraft.version ${versions.min} to ${versions.max}, ` +
          `not ${kraftVersion}`,
      });
    }
    const result = await this.#driver.changeVoters({
      kind: 'add',
      voter: {
        id: request.voterId,
        directoryId: request.voterDirectoryId,
        endpoints: request.listeners.map(({ name, host, port }) => ({ name, host, port })),
        minKRaftVersion: versions.min,
        maxKRaftVersion: versions.max,
      },
      ackWhenCommitted: request.ackWhenCommitted,
      timeoutMs: request.timeoutMs,
    });
    return AddRaftVoterResponse.create(result);
  }

  async remove(request: RemoveRaftVoterRequest): Promise<RemoveRaftVoterResponse> {
    const problem = this.#problem(request.clusterId);
    if (problem !== ErrorCode.NONE) return RemoveRaftVoterResponse.create(refusalOf(problem));
    const result = await this.#driver.changeVoters({
      kind: 'remove',
      voter: { id: request.voterId, directoryId: request.voterDirectoryId },
      timeoutMs: this.#requestTimeoutMs,
    });
    return RemoveRaftVoterResponse.create(result);
  }

  async update(request: UpdateRaftVoterRequest): Promise<UpdateRaftVoterResponse> {
    const { replica } = this.#driver;
    let problem = this.#problem(request.clusterId);
    if (problem === ErrorCode.NONE && request.currentLeaderEpoch < replica.epoch) {
      problem = ErrorCode.FENCED_LEADER_EPOCH;
    } else if (problem === ErrorCode.NONE && request.currentLeaderEpoch > replica.epoch) {
      problem = ErrorCode.UNKNOWN_LEADER_EPOCH;
    }
    if (problem !== ErrorCode.NONE)
      return this.#updated({ errorCode: problem, errorMessage: null });
    const { minSupportedVersion, maxSupportedVersion } = request.kRaftVersionFeature;
    return this.#updated(
      await this.#driver.changeVoters({
        kind: 'update',
        voter: {
          id: request.voterId,
          directoryId: request.voterDirectoryId,
          endpoints: request.listeners.map(({ name, host, port }) => ({ name, host, port })),
          minKRaftVersion: minSupportedVersion,
          maxKRaftVersion: maxSupportedVersion,
        },
        timeoutMs: this.#requestTimeoutMs,
      }),
    );
  }

  #updated(result: VoterChangeResult): UpdateRaftVoterResponse {
    const { epoch, leaderEndpoint, leaderId } = this.#driver.replica;
    return UpdateRaftVoterResponse.create({
      errorCode: result.errorCode,
      currentLeader: createCurrentLeader({
        leaderId,
        leaderEpoch: epoch,
        host: leaderEndpoint?.host ?? '',
        port: leaderEndpoint?.port ?? 0,
      }),
    });
  }

  #problem(clusterId: string | null): ErrorCode {
    const problem = clusterProblem(clusterId, this.#clusterId);
    if (problem !== ErrorCode.NONE) return problem;
    return this.#driver.replica.isLeader ? ErrorCode.NONE : ErrorCode.NOT_LEADER_OR_FOLLOWER;
  }

  /** Undefined when the node cannot be asked; 0 to 0 when it does not know the feature. */
  async #kraftVersionsOf(endpoint: Endpoint) {
    try {
      const request = ApiVersionsRequest.create({
        clientSoftwareName: 'samsa',
        clientSoftwareVersion: 'quorum',
      });
      const response = await this.#channels.send(endpoint, 'control', ApiVersions, request);
      const feature = response.supportedFeatures.find((one) => one.name === KRAFT_VERSION_FEATURE);
      return { min: feature?.minVersion ?? 0, max: feature?.maxVersion ?? 0 };
    } catch {
      // Told to whoever asked for the change; here nothing is broken.
      return undefined;
    }
  }
}

function refusalOf(errorCode: ErrorCode): VoterChangeResult {
  return { errorCode, errorMessage: errorName(errorCode) };
}
