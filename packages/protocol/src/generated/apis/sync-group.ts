// SyncGroup: API 14, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { SyncGroupRequest } from '../messages/sync-group-request.ts';
import { SyncGroupResponse } from '../messages/sync-group-response.ts';

export {
  SyncGroupRequest,
  createSyncGroupRequestAssignment,
  type SyncGroupRequestAssignment,
} from '../messages/sync-group-request.ts';
export { SyncGroupResponse } from '../messages/sync-group-response.ts';

export const SyncGroup: Api<SyncGroupRequest, SyncGroupResponse> = {
  key: 14,
  name: 'SyncGroup',
  versions: [0, 5],
  latestUnstable: false,
  request: SyncGroupRequest,
  response: SyncGroupResponse,
};
