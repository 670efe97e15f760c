// UpdateFeatures: API 57, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { UpdateFeaturesRequest } from '../messages/update-features-request.ts';
import { UpdateFeaturesResponse } from '../messages/update-features-response.ts';

export {
  UpdateFeaturesRequest,
  createFeatureUpdateKey,
  type FeatureUpdateKey,
} from '../messages/update-features-request.ts';
export {
  UpdateFeaturesResponse,
  createUpdatableFeatureResult,
  type UpdatableFeatureResult,
} from '../messages/update-features-response.ts';

export const UpdateFeatures: Api<UpdateFeaturesRequest, UpdateFeaturesResponse> = {
  key: 57,
  name: 'UpdateFeatures',
  versions: [0, 2],
  latestUnstable: false,
  request: UpdateFeaturesRequest,
  response: UpdateFeaturesResponse,
};
