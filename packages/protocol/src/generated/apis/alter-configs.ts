// AlterConfigs: API 33, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { AlterConfigsRequest } from '../messages/alter-configs-request.ts';
import { AlterConfigsResponse } from '../messages/alter-configs-response.ts';

export {
  AlterConfigsRequest,
  createAlterConfigsResource,
  type AlterConfigsResource,
  createAlterableConfig,
  type AlterableConfig,
} from '../messages/alter-configs-request.ts';
export {
  AlterConfigsResponse,
  createAlterConfigsResourceResponse,
  type AlterConfigsResourceResponse,
} from '../messages/alter-configs-response.ts';

export const AlterConfigs: Api<AlterConfigsRequest, AlterConfigsResponse> = {
  key: 33,
  name: 'AlterConfigs',
  versions: [0, 2],
  latestUnstable: false,
  request: AlterConfigsRequest,
  response: AlterConfigsResponse,
};
