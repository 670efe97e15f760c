// Frames: a size, a header and a message. What stands between two peers on a connection.

import { requestHeaderVersion, responseHeaderVersion } from './api-facts.ts';
import { type Api } from './message-codec.ts';
import { type RawTaggedField } from './raw-tagged-field.ts';
import { type Reader } from './reader.ts';
import { Writer } from './writer.ts';

/** The size that stands before each frame. */
export const FRAME_SIZE_BYTES = 4;

export interface RequestHeader {
  readonly apiKey: number;
  readonly apiVersion: number;
  readonly correlationId: number;
  readonly clientId: string | null;
  readonly unknownTaggedFields?: readonly RawTaggedField[];
}

export interface ResponseHeader {
  readonly correlationId: number;
  readonly unknownTaggedFields?: readonly RawTaggedField[];
}

/**
 * Takes the header off the front of a request.
 *
 * Keys and versions that are not known read as well as they can: the caller has to look at them.
 */
export function readRequestHeader(reader: Reader): RequestHeader {
  const apiKey = reader.int16();
  const apiVersion = reader.int16();
  const correlationId = reader.int32();
  // The client id keeps its two-byte length in every version, so that any server can log it.
  const clientId = reader.nullableString(false);
  const header = { apiKey, apiVersion, correlationId, clientId };
  if (requestHeaderVersion(apiKey, apiVersion) < 2) return header;
  const unknownTaggedFields = reader.unknownTaggedFields();
  return unknownTaggedFields === undefined ? header : { ...header, unknownTaggedFields };
}

/** Takes the header off the front of the response to a request of this API and version. */
export function readResponseHeader(
  reader: Reader,
  apiKey: number,
  version: number,
): ResponseHeader {
  const correlationId = reader.int32();
  if (responseHeaderVersion(apiKey, version) < 1) return { correlationId };
  const unknownTaggedFields = reader.unknownTaggedFields();
  return unknownTaggedFields === undefined
    ? { correlationId }
    : { correlationId, unknownTaggedFields };
}

export function writeRequestHeader(writer: Writer, header: RequestHeader): void {
  writer.int16(header.apiKey);
  writer.int16(header.apiVersion);
  writer.int32(header.correlationId);
  writer.nullableString(header.clientId, false);
  if (requestHeaderVersion(header.apiKey, header.apiVersion) >= 2) {
    writer.unknownTaggedFields(header.unknownTaggedFields);
  }
}

export function writeResponseHeader(
  writer: Writer,
  header: ResponseHeader,
  apiKey: number,
  version: number,
): void {
  writer.int32(header.correlationId);
  if (responseHeaderVersion(apiKey, version) >= 1) {
    writer.unknownTaggedFields(header.unknownTaggedFields);
  }
}

/**
 * A request ready for the socket, size in front.
 *
 * @returns chunks in order; large records among them are the caller's own and must not change until
 *   they are sent
 */
export function writeRequest<Request>(
  api: Api<Request, unknown>,
  version: number,
  correlationId: number,
  clientId: string | null,
  request: Request,
): Uint8Array[] {
  const writer = new Writer();
  writer.int32(0);
  writeRequestHeader(writer, { apiKey: api.key, apiVersion: version, correlationId, clientId });
  api.request.write(writer, request, version);
  return framed(writer);
}

/** A response ready for the socket, size in front. See `writeRequest` for who owns the chunks. */
export function writeResponse<Response>(
  api: Api<unknown, Response>,
  version: number,
  correlationId: number,
  response: Response,
): Uint8Array[] {
  const writer = new Writer();
  writer.int32(0);
  writeResponseHeader(writer, { correlationId }, api.key, version);
  api.response.write(writer, response, version);
  return framed(writer);
}

function framed(writer: Writer): Uint8Array[] {
  writer.setInt32At(0, writer.byteLength - FRAME_SIZE_BYTES);
  return writer.finish();
}
