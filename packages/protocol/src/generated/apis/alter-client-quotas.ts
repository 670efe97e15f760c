// AlterClientQuotas: API 49, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { AlterClientQuotasRequest } from '../messages/alter-client-quotas-request.ts';
import { AlterClientQuotasResponse } from '../messages/alter-client-quotas-response.ts';

export {
  AlterClientQuotasRequest,
  createEntryData as createRequestEntryData,
  type EntryData as RequestEntryData,
  createEntityData as createRequestEntityData,
  type EntityData as RequestEntityData,
  createOpData,
  type OpData,
} from '../messages/alter-client-quotas-request.ts';
export {
  AlterClientQuotasResponse,
  createEntryData as createResponseEntryData,
  type EntryData as ResponseEntryData,
  createEntityData as createResponseEntityData,
  type EntityData as ResponseEntityData,
} from '../messages/alter-client-quotas-response.ts';

export const AlterClientQuotas: Api<AlterClientQuotasRequest, AlterClientQuotasResponse> = {
  key: 49,
  name: 'AlterClientQuotas',
  versions: [0, 1],
  latestUnstable: false,
  request: AlterClientQuotasRequest,
  response: AlterClientQuotasResponse,
};
