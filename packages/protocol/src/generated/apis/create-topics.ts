// CreateTopics: API 19, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { CreateTopicsRequest } from '../messages/create-topics-request.ts';
import { CreateTopicsResponse } from '../messages/create-topics-response.ts';

export {
  CreateTopicsRequest,
  createCreatableTopic,
  type CreatableTopic,
  createCreatableReplicaAssignment,
  type CreatableReplicaAssignment,
  createCreatableTopicConfig,
  type CreatableTopicConfig,
} from '../messages/create-topics-request.ts';
export {
  CreateTopicsResponse,
  createCreatableTopicResult,
  type CreatableTopicResult,
  createCreatableTopicConfigs,
  type CreatableTopicConfigs,
} from '../messages/create-topics-response.ts';

export const CreateTopics: Api<CreateTopicsRequest, CreateTopicsResponse> = {
  key: 19,
  name: 'CreateTopics',
  versions: [2, 7],
  latestUnstable: false,
  request: CreateTopicsRequest,
  response: CreateTopicsResponse,
};
