// DeleteTopics: API 20, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { DeleteTopicsRequest } from '../messages/delete-topics-request.ts';
import { DeleteTopicsResponse } from '../messages/delete-topics-response.ts';

export {
  DeleteTopicsRequest,
  createDeleteTopicState,
  type DeleteTopicState,
} from '../messages/delete-topics-request.ts';
export {
  DeleteTopicsResponse,
  createDeletableTopicResult,
  type DeletableTopicResult,
} from '../messages/delete-topics-response.ts';

export const DeleteTopics: Api<DeleteTopicsRequest, DeleteTopicsResponse> = {
  key: 20,
  name: 'DeleteTopics',
  versions: [1, 6],
  latestUnstable: false,
  request: DeleteTopicsRequest,
  response: DeleteTopicsResponse,
};
