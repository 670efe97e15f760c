// Metadata: API 3, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { MetadataRequest } from '../messages/metadata-request.ts';
import { MetadataResponse } from '../messages/metadata-response.ts';

export {
  MetadataRequest,
  createMetadataRequestTopic,
  type MetadataRequestTopic,
} from '../messages/metadata-request.ts';
export {
  MetadataResponse,
  createMetadataResponseBroker,
  type MetadataResponseBroker,
  createMetadataResponseTopic,
  type MetadataResponseTopic,
  createMetadataResponsePartition,
  type MetadataResponsePartition,
} from '../messages/metadata-response.ts';

export const Metadata: Api<MetadataRequest, MetadataResponse> = {
  key: 3,
  name: 'Metadata',
  versions: [0, 13],
  latestUnstable: false,
  request: MetadataRequest,
  response: MetadataResponse,
};
