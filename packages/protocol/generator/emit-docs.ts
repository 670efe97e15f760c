// Writes docs/protocol.md: every API and every record of the protocol, as the schemas have them.

import { type Message } from './model.ts';
import { isEmpty, versionText } from './version-range.ts';

/** @param servedText  which versions of an API a node serves, as text */
export function emitDocs(
  messages: readonly Message[],
  records: readonly Message[],
  servedText: (apiKey: number) => string,
): string {
  return [
    '# The protocol',
    '',
    'Every API and every internal record of Apache Kafka 4.3, as `packages/protocol/schema` defines',
    'them. The codecs read and write all of these versions; “served” says which of them a node answers,',
    'and its ApiVersions response says the same. Generated: change the schemas or the handlers, then run',
    '`npm run generate`.',
    '',
    '## APIs',
    '',
    '“Forwarded” means that a broker passes the request on to the active controller; “cluster” that',
    'only brokers and controllers may send it.',
    '',
    ...apiTable(messages, servedText),
    '',
    '## Records',
    '',
    ...recordTable(records),
    '',
  ].join('\n');
}

function apiTable(messages: readonly Message[], servedText: (apiKey: number) => string): string[] {
  const rows = messages
    .filter(({ schema }) => schema.kind === 'request')
    .sort((a, b) => (a.schema.apiKey ?? 0) - (b.schema.apiKey ?? 0))
    .map((request) => {
      const { schema, versions } = request;
      const notes = [
        schema.forwardable ? 'forwarded' : '',
        schema.clusterAction ? 'cluster' : '',
        schema.latestVersionUnstable ? `version ${versions.max} is unstable` : '',
        isEmpty(versions) ? 'removed from Kafka 4.0' : '',
      ].filter((note) => note !== '');
      return row([
        String(schema.apiKey),
        request.name.replace(/Request$/, ''),
        versionText(versions),
        servedText(schema.apiKey ?? -1),
        flexibleText(request),
        [...(schema.listeners ?? [])].sort().join(', '),
        notes.join(', '),
      ]);
    });
  return [
    row(['key', 'API', 'versions', 'served', 'flexible from', 'listeners', '']),
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
  ];
}

function recordTable(records: readonly Message[]): string[] {
  const rows = records
    .filter(({ schema }) => schema.apiKey !== undefined && schema.kind !== 'coordinator-key')
    .sort((a, b) => placeOf(a).localeCompare(placeOf(b)))
    .map((record) =>
      row([
        `\`${record.schema.where}\``,
        String(record.schema.apiKey),
        record.name.replace(/Value$/, ''),
        versionText(record.versions),
      ]),
    );
  return [row(['topic', 'type', 'record', 'versions']), '| --- | --- | --- | --- |', ...rows];
}

/** Sorts by topic, then by number. */
function placeOf({ schema }: Message): string {
  return `${schema.where} ${String(schema.apiKey).padStart(4, '0')}`;
}

function flexibleText(message: Message): string {
  if (isEmpty(message.versions)) return '';
  return Number.isFinite(message.flexibleFrom) ? String(message.flexibleFrom) : 'none';
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
