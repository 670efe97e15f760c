// The whole output of the generator: file names below src/generated/ and their text.

import { emitApi } from './emit-api.ts';
import { emitApiTable } from './emit-api-table.ts';
import { emitCoordinatorRecord } from './emit-coordinator-record.ts';
import { emitDocs } from './emit-docs.ts';
import { emitMessage } from './emit-message.ts';
import { emitMetadataRecord } from './emit-metadata-record.ts';
import { type Message, modelOf } from './model.ts';
import { kebabCase } from './names.ts';
import { readSchemas } from './schema.ts';
import { isEmpty } from './version-range.ts';

/** @param schemaFolder  holds `messages/` and `records/` */
export function generate(schemaFolder: URL): ReadonlyMap<string, string> {
  const messages = readSchemas(new URL('messages/', schemaFolder)).map(modelOf);
  const records = readSchemas(new URL('records/', schemaFolder)).map(modelOf);
  const files = new Map<string, string>();
  const emitAll = (folder: 'messages' | 'records', all: readonly Message[]): void => {
    for (const message of all) {
      // Removed APIs keep their schema, which names their key, but have no version to read or write.
      if (isEmpty(message.versions)) continue;
      files.set(`${folder}/${kebabCase(message.name)}.ts`, emitMessage(message, folder));
    }
  };
  emitAll('messages', messages);
  emitAll('records', records);
  for (const request of messages) {
    if (request.schema.kind !== 'request' || isEmpty(request.versions)) continue;
    const response = messages.find(
      (message) =>
        message.schema.kind === 'response' && message.schema.apiKey === request.schema.apiKey,
    );
    if (response === undefined) throw new Error(`${request.name} has no response`);
    files.set(`apis/${kebabCase(apiName(request))}.ts`, emitApi(request, response));
  }
  files.set('api-table.ts', emitApiTable(messages));
  files.set(
    'metadata-record.ts',
    emitMetadataRecord('MetadataRecord', recordsIn('__cluster_metadata', records)),
  );
  files.set(
    'remote-log-record.ts',
    emitMetadataRecord('RemoteLogRecord', recordsIn('__remote_log_metadata', records)),
  );
  files.set(
    'group-record.ts',
    emitCoordinatorRecord('GroupRecord', recordsIn('__consumer_offsets', records)),
  );
  files.set(
    'transaction-record.ts',
    emitCoordinatorRecord('TransactionRecord', recordsIn('__transaction_state', records)),
  );
  files.set(
    'share-record.ts',
    emitCoordinatorRecord('ShareRecord', recordsIn('__share_group_state', records)),
  );
  return files;
}

/**
 * The text of docs/protocol.md.
 *
 * @param servedText  which versions of an API a node serves: this package knows none
 */
export function generateDocs(schemaFolder: URL, servedText: (apiKey: number) => string): string {
  return emitDocs(
    readSchemas(new URL('messages/', schemaFolder)).map(modelOf),
    readSchemas(new URL('records/', schemaFolder)).map(modelOf),
    servedText,
  );
}

/** `ProduceRequest` → `Produce` */
function apiName(request: Message): string {
  return request.name.replace(/Request$/, '');
}

function recordsIn(topic: string, records: readonly Message[]): Message[] {
  return records
    .filter((record) => record.schema.where === topic)
    .sort((a, b) => (a.schema.apiKey ?? 0) - (b.schema.apiKey ?? 0));
}
