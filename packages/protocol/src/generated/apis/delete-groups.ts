// DeleteGroups: API 42, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { DeleteGroupsRequest } from '../messages/delete-groups-request.ts';
import { DeleteGroupsResponse } from '../messages/delete-groups-response.ts';

export { DeleteGroupsRequest } from '../messages/delete-groups-request.ts';
export {
  DeleteGroupsResponse,
  createDeletableGroupResult,
  type DeletableGroupResult,
} from '../messages/delete-groups-response.ts';

export const DeleteGroups: Api<DeleteGroupsRequest, DeleteGroupsResponse> = {
  key: 42,
  name: 'DeleteGroups',
  versions: [0, 2],
  latestUnstable: false,
  request: DeleteGroupsRequest,
  response: DeleteGroupsResponse,
};
