// ShareGroupHeartbeatRequest: request of API 76; version 1, flexible from 0.
// Generated from schema/messages/share-group-heartbeat-request.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ShareGroupHeartbeatRequest {
  groupId: string;
  memberId: string;
  memberEpoch: number;
  /** default null */
  rackId: string | null;
  /** default null */
  subscribedTopicNames: readonly string[] | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const ShareGroupHeartbeatRequest: MessageCodec<ShareGroupHeartbeatRequest> = {
  name: 'ShareGroupHeartbeatRequest',
  versions: [1, 1],
  flexibleFrom: 0,
  read: readShareGroupHeartbeatRequest,
  write: writeShareGroupHeartbeatRequest,
  create: createShareGroupHeartbeatRequest,
};

function createShareGroupHeartbeatRequest({
  groupId = '',
  memberId = '',
  memberEpoch = 0,
  rackId = null,
  subscribedTopicNames = null,
  unknownTaggedFields,
}: Partial<ShareGroupHeartbeatRequest> = {}): ShareGroupHeartbeatRequest {
  const message: ShareGroupHeartbeatRequest = {
    groupId,
    memberId,
    memberEpoch,
    rackId,
    subscribedTopicNames,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readShareGroupHeartbeatRequest(
  reader: Reader,
  version: number,
): ShareGroupHeartbeatRequest {
  checkVersion('ShareGroupHeartbeatRequest', version, 1, 1);
  const message: ShareGroupHeartbeatRequest = {
    groupId: reader.string(true),
    memberId: reader.string(true),
    memberEpoch: reader.int32(),
    rackId: reader.nullableString(true),
    subscribedTopicNames: reader.nullableStringArray(true),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeShareGroupHeartbeatRequest(
  writer: Writer,
  message: ShareGroupHeartbeatRequest,
  version: number,
): void {
  checkVersion('ShareGroupHeartbeatRequest', version, 1, 1);
  writer.string(message.groupId, true);
  writer.string(message.memberId, true);
  writer.int32(message.memberEpoch);
  writer.nullableString(message.rackId, true);
  writer.nullableStringArray(message.subscribedTopicNames, true);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

