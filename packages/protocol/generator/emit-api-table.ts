// Writes api-table.ts: what is known of each API without loading its messages.

import { Code } from './code.ts';
import { type Message } from './model.ts';
import { isEmpty } from './version-range.ts';

export function emitApiTable(messages: readonly Message[]): string {
  const requests = messages
    .filter((message) => message.schema.kind === 'request')
    .sort((a, b) => key(a) - key(b));
  const code = new Code();
  code.line('// The API table: what is known of each API without loading its messages.');
  code.line('// Generated from the request schemas by generator/main.ts.');
  code.line();
  code.line("import { type ApiFacts } from '../api-facts.ts';");
  code.line();
  code.block(
    'export const ApiKey = {',
    () => {
      for (const request of requests) code.line(`${apiName(request)}: ${key(request)},`);
    },
    '} as const;',
  );
  code.line('export type ApiKey = (typeof ApiKey)[keyof typeof ApiKey];');
  code.line();
  code.line(
    '/** By key. A key is reserved and has no facts where the API was removed from Kafka. */',
  );
  code.block(
    'export const API_FACTS: readonly (ApiFacts | undefined)[] = [',
    () => {
      for (let next = 0; next <= key(requests.at(-1) as Message); next++) {
        const request = requests.find((request) => key(request) === next);
        if (request === undefined || isEmpty(request.versions)) {
          code.line(`undefined, // ${next}${request === undefined ? '' : ` ${apiName(request)}`}`);
        } else emitFacts(code, request);
      }
    },
    '];',
  );
  return code.toString();
}

function emitFacts(code: Code, request: Message): void {
  const { schema, versions } = request;
  const isUnstable = schema.latestVersionUnstable ?? false;
  const listeners = (schema.listeners ?? []).map((listener) => `'${listener}'`).sort();
  code.block(
    '{',
    () => {
      code.line(`key: ${key(request)},`);
      code.line(`name: '${apiName(request)}',`);
      code.line(`versions: [${versions.min}, ${isUnstable ? versions.max - 1 : versions.max}],`);
      code.line(`latestUnstable: ${isUnstable},`);
      code.line(`advertisedFrom: ${schema.advertisedFrom ?? versions.min},`);
      code.line(`flexibleFrom: ${request.flexibleFrom},`);
      code.line(`listeners: [${listeners.join(', ')}],`);
      code.line(`forwardable: ${schema.forwardable ?? false},`);
      code.line(`clusterAction: ${schema.clusterAction ?? false},`);
      code.line(`throttleAfterReplyFrom: ${schema.throttleAfterReplyFrom ?? Infinity},`);
    },
    '},',
  );
}

function apiName(request: Message): string {
  return request.name.replace(/Request$/, '');
}

function key(request: Message): number {
  if (request.schema.apiKey === undefined) throw new Error(`${request.name} has no API key`);
  return request.schema.apiKey;
}
