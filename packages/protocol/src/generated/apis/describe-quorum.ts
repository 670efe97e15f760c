// DescribeQuorum: API 55, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { DescribeQuorumRequest } from '../messages/describe-quorum-request.ts';
import { DescribeQuorumResponse } from '../messages/describe-quorum-response.ts';

export {
  DescribeQuorumRequest,
  createTopicData as createRequestTopicData,
  type TopicData as RequestTopicData,
  createPartitionData as createRequestPartitionData,
  type PartitionData as RequestPartitionData,
} from '../messages/describe-quorum-request.ts';
export {
  DescribeQuorumResponse,
  createTopicData as createResponseTopicData,
  type TopicData as ResponseTopicData,
  createPartitionData as createResponsePartitionData,
  type PartitionData as ResponsePartitionData,
  createNode,
  type Node,
  createListener,
  type Listener,
  createReplicaState,
  type ReplicaState,
} from '../messages/describe-quorum-response.ts';

export const DescribeQuorum: Api<DescribeQuorumRequest, DescribeQuorumResponse> = {
  key: 55,
  name: 'DescribeQuorum',
  versions: [0, 2],
  latestUnstable: false,
  request: DescribeQuorumRequest,
  response: DescribeQuorumResponse,
};
