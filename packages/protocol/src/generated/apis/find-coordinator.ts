// FindCoordinator: API 10, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { FindCoordinatorRequest } from '../messages/find-coordinator-request.ts';
import { FindCoordinatorResponse } from '../messages/find-coordinator-response.ts';

export { FindCoordinatorRequest } from '../messages/find-coordinator-request.ts';
export {
  FindCoordinatorResponse,
  createCoordinator,
  type Coordinator,
} from '../messages/find-coordinator-response.ts';

export const FindCoordinator: Api<FindCoordinatorRequest, FindCoordinatorResponse> = {
  key: 10,
  name: 'FindCoordinator',
  versions: [0, 6],
  latestUnstable: false,
  request: FindCoordinatorRequest,
  response: FindCoordinatorResponse,
};
