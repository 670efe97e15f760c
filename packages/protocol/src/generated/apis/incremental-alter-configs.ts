// IncrementalAlterConfigs: API 44, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { IncrementalAlterConfigsRequest } from '../messages/incremental-alter-configs-request.ts';
import { IncrementalAlterConfigsResponse } from '../messages/incremental-alter-configs-response.ts';

export {
  IncrementalAlterConfigsRequest,
  createAlterConfigsResource,
  type AlterConfigsResource,
  createAlterableConfig,
  type AlterableConfig,
} from '../messages/incremental-alter-configs-request.ts';
export {
  IncrementalAlterConfigsResponse,
  createAlterConfigsResourceResponse,
  type AlterConfigsResourceResponse,
} from '../messages/incremental-alter-configs-response.ts';

export const IncrementalAlterConfigs: Api<
  IncrementalAlterConfigsRequest,
  IncrementalAlterConfigsResponse
> = {
  key: 44,
  name: 'IncrementalAlterConfigs',
  versions: [0, 1],
  latestUnstable: false,
  request: IncrementalAlterConfigsRequest,
  response: IncrementalAlterConfigsResponse,
};
