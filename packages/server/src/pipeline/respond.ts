// Respond: from what a handler returned to the bytes of a frame.

import { ErrorCode } from '@samsa/common';
import { ApiKey, FRAME_SIZE_BYTES, type RequestHeader, writeResponse } from '@samsa/protocol';
import { ApiVersions } from '@samsa/protocol/apis/api-versions';

import { EncodedResponse, type Handler, type HandlerResult, NO_RESPONSE } from './handler.ts';

const NOTHING: readonly Uint8Array[] = [];

/** The frame in chunks, its size first; nothing for a request that gets no answer. */
export function encodeAnswer(
  handler: Handler,
  header: RequestHeader,
  result: HandlerResult<unknown>,
): readonly Uint8Array[] {
  if (result === NO_RESPONSE) return NOTHING;
  if (result instanceof EncodedResponse) return [sizeOf(result.bytes), result.bytes];
  return writeResponse(handler.api, header.apiVersion, header.correlationId, result);
}

/** A version of ApiVersions that we do not know: the oldest layout says which we do. */
export function encodeUnknownApiVersions(
  header: RequestHeader,
  versions: readonly [min: number, max: number],
): readonly Uint8Array[] {
  const response = ApiVersions.response.create({
    errorCode: ErrorCode.UNSUPPORTED_VERSION,
    apiKeys: [{ apiKey: ApiKey.ApiVersions, minVersion: versions[0], maxVersion: versions[1] }],
  });
  return writeResponse(ApiVersions, 0, header.correlationId, response);
}

function sizeOf(bytes: Uint8Array): Uint8Array {
  const size = new Uint8Array(FRAME_SIZE_BYTES);
  new DataView(size.buffer).setInt32(0, bytes.byteLength);
  return size;
}
