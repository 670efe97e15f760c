// The records of __consumer_offsets, as the runtime reads and writes them.

import {
  decodeGroupRecord,
  encodeGroupRecord,
  type GroupRecord,
} from '@samsa/protocol/group-record';

import { type RecordCodec } from '../runtime/record-codec.ts';

export const groupCodec: RecordCodec<GroupRecord> = {
  encode: encodeGroupRecord,
  decode: decodeGroupRecord,
};
