// ControllerRegistration (api 70): each controller tells the active one where it listens and which
// features it knows.

import { ErrorCode, KafkaError, type Outcome } from '@samsa/common';
import {
  type ControllerRegistrationRequest,
  type ControllerRegistrationResponse,
} from '@samsa/protocol/apis/controller-registration';
import { type MetadataRecord } from '@samsa/protocol/metadata-record';

import { type ControllerState } from './controller-state.ts';

export function registerController(
  state: ControllerState,
  request: ControllerRegistrationRequest,
): Outcome<MetadataRecord, ControllerRegistrationResponse> {
  if (!state.image.features.metadataVersion.isControllerRegistrationSupported) {
    throw new KafkaError(
      ErrorCode.UNSUPPORTED_VERSION,
      'The current MetadataVersion is too old to support controller registrations.',
    );
  }
  const record: MetadataRecord = {
    kind: 'RegisterControllerRecord',
    version: 0,
    value: {
      controllerId: request.controllerId,
      incarnationId: request.incarnationId,
      zkMigrationReady: false,
      endPoints: request.listeners.map(({ name, host, port, securityProtocol }) => ({
        name,
        host,
        port,
        securityProtocol,
      })),
      features: request.features.map(({ name, minSupportedVersion, maxSupportedVersion }) => ({
        name,
        minSupportedVersion,
        maxSupportedVersion,
      })),
    },
  };
  return {
    records: [record],
    response: { throttleTimeMs: 0, errorCode: ErrorCode.NONE, errorMessage: null },
  };
}
