// The control records of the metadata log as bytes: who leads, who votes, and the two ends of a
// snapshot. Their bodies are Kafka's messages, all written in version 0 as Kafka 4.3 does.

import { assert, ErrorCode, KafkaError, unreachable } from '@samsa/common';
import {
  type BatchCursor,
  buildControlBatch,
  type ControlRecord as ControlBytes,
  ControlType,
  controlTypeOf,
  type MessageCodec,
  Reader,
  readRecords,
  Writer,
} from '@samsa/protocol';
import { KRaftVersionRecord } from '@samsa/protocol/messages/kraft-version-record';
import { createVoter, LeaderChangeMessage } from '@samsa/protocol/messages/leader-change-message';
import { SnapshotFooterRecord } from '@samsa/protocol/messages/snapshot-footer-record';
import { SnapshotHeaderRecord } from '@samsa/protocol/messages/snapshot-header-record';
import {
  createEndpoint,
  createKRaftVersionFeature,
  createVoter as createVotersVoter,
  VotersRecord,
} from '@samsa/protocol/messages/voters-record';
import { type ControlRecord, VoterSet } from '@samsa/raft';

const BODY_VERSION = 0;

export type SnapshotMark =
  | { readonly kind: 'snapshot-header'; readonly lastContainedLogTimestamp: number }
  | { readonly kind: 'snapshot-footer' };

export type QuorumControlRecord = ControlRecord | SnapshotMark;

/** One control batch, whole. */
export function controlBatch(
  records: readonly QuorumControlRecord[],
  at: { readonly baseOffset: number; readonly epoch: number; readonly timestamp: number },
): Uint8Array {
  return buildControlBatch(records.map(controlBytes), {
    baseOffset: at.baseOffset,
    partitionLeaderEpoch: at.epoch,
    timestamp: at.timestamp,
  });
}

/** The control records of a batch with their offsets; those of unknown types are left out. */
export function* controlRecordsIn(
  batch: BatchCursor,
): Generator<{ readonly offset: number; readonly record: QuorumControlRecord }> {
  assert(batch.isControl, 'only a control batch has control records');
  for (const record of readRecords(batch, { maxDecompressedBytes: batch.sizeInBytes })) {
    const body = record.value();
    if (body === null) throw new KafkaError(ErrorCode.CORRUPT_MESSAGE, 'a control record is empty');
    const parsed = parseControl(controlTypeOf(record), body);
    if (parsed !== undefined) yield { offset: record.offset, record: parsed };
  }
}

function controlBytes(record: QuorumControlRecord): ControlBytes {
  switch (record.kind) {
    case 'leader-change':
      return {
        type: ControlType.LEADER_CHANGE,
        value: body(LeaderChangeMessage, {
          leaderId: record.leaderId,
          voters: record.voterIds.map((voterId) => createVoter({ voterId })),
          grantingVoters: record.grantingVoterIds.map((voterId) => createVoter({ voterId })),
        }),
      };
    case 'kraft-version':
      return {
        type: ControlType.KRAFT_VERSION,
        value: body(KRaftVersionRecord, { kRaftVersion: record.version }),
      };
    case 'voters':
      return { type: ControlType.KRAFT_VOTERS, value: votersBody(record.voters) };
    case 'snapshot-header':
      return {
        type: ControlType.SNAPSHOT_HEADER,
        value: body(SnapshotHeaderRecord, {
          lastContainedLogTimestamp: record.lastContainedLogTimestamp,
        }),
      };
    case 'snapshot-footer':
      return { type: ControlType.SNAPSHOT_FOOTER, value: body(SnapshotFooterRecord, {}) };
    default:
      return unreachable(record);
  }
}

function votersBody(voters: VoterSet): Uint8Array {
  return body(VotersRecord, {
    voters: voters.voters.map((voter) =>
      createVotersVoter({
        voterId: voter.id,
        voterDirectoryId: voter.directoryId,
        endpoints: voter.endpoints.map(({ name, host, port }) =>
          createEndpoint({ name, host, port }),
        ),
        kRaftVersionFeature: createKRaftVersionFeature({
          minSupportedVersion: voter.minKRaftVersion,
          maxSupportedVersion: voter.maxKRaftVersion,
        }),
      }),
    ),
  });
}

function parseControl(type: number, bytes: Uint8Array): QuorumControlRecord | undefined {
  switch (type) {
    case ControlType.LEADER_CHANGE: {
      const message = parse(LeaderChangeMessage, bytes);
      return {
        kind: 'leader-change',
        leaderId: message.leaderId,
        voterIds: message.voters.map((voter) => voter.voterId),
        grantingVoterIds: message.grantingVoters.map((voter) => voter.voterId),
      };
    }
    case ControlType.KRAFT_VERSION:
      return { kind: 'kraft-version', version: parse(KRaftVersionRecord, bytes).kRaftVersion };
    case ControlType.KRAFT_VOTERS:
      return { kind: 'voters', voters: votersOf(parse(VotersRecord, bytes)) };
    case ControlType.SNAPSHOT_HEADER: {
      const { lastContainedLogTimestamp } = parse(SnapshotHeaderRecord, bytes);
      return { kind: 'snapshot-header', lastContainedLogTimestamp };
    }
    case ControlType.SNAPSHOT_FOOTER:
      return { kind: 'snapshot-footer' };
    default:
      return undefined;
  }
}

function votersOf(record: VotersRecord): VoterSet {
  return new VoterSet(
    record.voters.map((voter) => ({
      id: voter.voterId,
      directoryId: voter.voterDirectoryId,
      endpoints: voter.endpoints.map(({ name, host, port }) => ({ name, host, port })),
      minKRaftVersion: voter.kRaftVersionFeature.minSupportedVersion,
      maxKRaftVersion: voter.kRaftVersionFeature.maxSupportedVersion,
    })),
  );
}

function body<T>(codec: MessageCodec<T>, init: Partial<T>): Uint8Array {
  const writer = new Writer();
  codec.write(writer, codec.create(init), BODY_VERSION);
  return writer.toBytes();
}

/** The body begins with its own version, which is the one to read it with. */
function parse<T>(codec: MessageCodec<T>, bytes: Uint8Array): T {
  const version = new Reader(bytes).int16();
  const known = Math.min(version, codec.versions[1]);
  return codec.read(new Reader(bytes), known);
}
