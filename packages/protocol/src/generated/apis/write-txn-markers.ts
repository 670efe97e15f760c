// WriteTxnMarkers: API 27, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { WriteTxnMarkersRequest } from '../messages/write-txn-markers-request.ts';
import { WriteTxnMarkersResponse } from '../messages/write-txn-markers-response.ts';

export {
  WriteTxnMarkersRequest,
  createWritableTxnMarker,
  type WritableTxnMarker,
  createWritableTxnMarkerTopic,
  type WritableTxnMarkerTopic,
} from '../messages/write-txn-markers-request.ts';
export {
  WriteTxnMarkersResponse,
  createWritableTxnMarkerResult,
  type WritableTxnMarkerResult,
  createWritableTxnMarkerTopicResult,
  type WritableTxnMarkerTopicResult,
  createWritableTxnMarkerPartitionResult,
  type WritableTxnMarkerPartitionResult,
} from '../messages/write-txn-markers-response.ts';

export const WriteTxnMarkers: Api<WriteTxnMarkersRequest, WriteTxnMarkersResponse> = {
  key: 27,
  name: 'WriteTxnMarkers',
  versions: [1, 2],
  latestUnstable: false,
  request: WriteTxnMarkersRequest,
  response: WriteTxnMarkersResponse,
};
