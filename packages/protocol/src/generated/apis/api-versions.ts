// ApiVersions: API 18, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { ApiVersionsRequest } from '../messages/api-versions-request.ts';
import { ApiVersionsResponse } from '../messages/api-versions-response.ts';

export { ApiVersionsRequest } from '../messages/api-versions-request.ts';
export {
  ApiVersionsResponse,
  createApiVersion,
  type ApiVersion,
  createSupportedFeatureKey,
  type SupportedFeatureKey,
  createFinalizedFeatureKey,
  type FinalizedFeatureKey,
} from '../messages/api-versions-response.ts';

export const ApiVersions: Api<ApiVersionsRequest, ApiVersionsResponse> = {
  key: 18,
  name: 'ApiVersions',
  versions: [0, 4],
  latestUnstable: false,
  request: ApiVersionsRequest,
  response: ApiVersionsResponse,
};
