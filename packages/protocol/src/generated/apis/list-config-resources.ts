// ListConfigResources: API 74, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { ListConfigResourcesRequest } from '../messages/list-config-resources-request.ts';
import { ListConfigResourcesResponse } from '../messages/list-config-resources-response.ts';

export { ListConfigResourcesRequest } from '../messages/list-config-resources-request.ts';
export {
  ListConfigResourcesResponse,
  createConfigResource,
  type ConfigResource,
} from '../messages/list-config-resources-response.ts';

export const ListConfigResources: Api<ListConfigResourcesRequest, ListConfigResourcesResponse> = {
  key: 74,
  name: 'ListConfigResources',
  versions: [0, 1],
  latestUnstable: false,
  request: ListConfigResourcesRequest,
  response: ListConfigResourcesResponse,
};
