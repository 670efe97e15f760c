// AllocateProducerIds: API 67, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { AllocateProducerIdsRequest } from '../messages/allocate-producer-ids-request.ts';
import { AllocateProducerIdsResponse } from '../messages/allocate-producer-ids-response.ts';

export { AllocateProducerIdsRequest } from '../messages/allocate-producer-ids-request.ts';
export { AllocateProducerIdsResponse } from '../messages/allocate-producer-ids-response.ts';

export const AllocateProducerIds: Api<AllocateProducerIdsRequest, AllocateProducerIdsResponse> = {
  key: 67,
  name: 'AllocateProducerIds',
  versions: [0, 0],
  latestUnstable: false,
  request: AllocateProducerIdsRequest,
  response: AllocateProducerIdsResponse,
};
