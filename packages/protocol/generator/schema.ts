// The schema files as they stand on disk: one JSON object per message or record.

import { readdirSync, readFileSync } from 'node:fs';

export interface SchemaField {
  readonly name: string;
  /** A primitive, the name of a struct, or either behind `[]`. */
  readonly type: string;
  readonly versions: string;
  readonly nullableVersions?: string;
  readonly taggedVersions?: string;
  readonly tag?: number;
  /** In text form; absent means the type's zero value. */
  readonly default?: string;
  /** May be dropped in silence where the version lacks it. */
  readonly ignorable?: boolean;
  readonly mapKey?: boolean;
  readonly entityType?: string;
  /** Overrides the message's own. */
  readonly flexibleVersions?: string;
  /** The struct's fields, where it is defined in place. */
  readonly fields?: readonly SchemaField[];
}

export interface SchemaStruct {
  readonly name: string;
  readonly versions: string;
  readonly fields: readonly SchemaField[];
}

export interface Schema {
  readonly name: string;
  readonly kind:
    | 'header'
    | 'request'
    | 'response'
    | 'data'
    | 'metadata'
    | 'coordinator-key'
    | 'coordinator-value';
  /** For records: the topic or file that holds them. */
  readonly where?: string;
  /** The API's key, or the record's type number. */
  readonly apiKey?: number;
  readonly listeners?: readonly ('broker' | 'controller')[];
  /** A broker passes the request on to the active controller. */
  readonly forwardable?: boolean;
  /** Only brokers and controllers may send it. */
  readonly clusterAction?: boolean;
  /** From this version on the client pauses by itself when it is throttled. */
  readonly throttleAfterReplyFrom?: number;
  /** The oldest version that ApiVersions claims, where it differs from `validVersions`. */
  readonly advertisedFrom?: number;
  readonly validVersions: string;
  readonly flexibleVersions: string;
  readonly latestVersionUnstable?: boolean;
  readonly fields: readonly SchemaField[];
  readonly commonStructs?: readonly SchemaStruct[];
}

/** Reads all schemas of one folder, in the order of their file names. */
export function readSchemas(folder: URL): Schema[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Schema);
}
