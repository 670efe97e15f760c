// DescribeClientQuotas: API 48, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { DescribeClientQuotasRequest } from '../messages/describe-client-quotas-request.ts';
import { DescribeClientQuotasResponse } from '../messages/describe-client-quotas-response.ts';

export {
  DescribeClientQuotasRequest,
  createComponentData,
  type ComponentData,
} from '../messages/describe-client-quotas-request.ts';
export {
  DescribeClientQuotasResponse,
  createEntryData,
  type EntryData,
  createEntityData,
  type EntityData,
  createValueData,
  type ValueData,
} from '../messages/describe-client-quotas-response.ts';

export const DescribeClientQuotas: Api<
  DescribeClientQuotasRequest,
  DescribeClientQuotasResponse
> = {
  key: 48,
  name: 'DescribeClientQuotas',
  versions: [0, 1],
  latestUnstable: false,
  request: DescribeClientQuotasRequest,
  response: DescribeClientQuotasResponse,
};
