// ListGroups: API 16, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { ListGroupsRequest } from '../messages/list-groups-request.ts';
import { ListGroupsResponse } from '../messages/list-groups-response.ts';

export { ListGroupsRequest } from '../messages/list-groups-request.ts';
export {
  ListGroupsResponse,
  createListedGroup,
  type ListedGroup,
} from '../messages/list-groups-response.ts';

export const ListGroups: Api<ListGroupsRequest, ListGroupsResponse> = {
  key: 16,
  name: 'ListGroups',
  versions: [0, 5],
  latestUnstable: false,
  request: ListGroupsRequest,
  response: ListGroupsResponse,
};
