// What `samsa --version` says: our version, and the version of Apache Kafka whose protocol this is.

import manifest from '../package.json' with { type: 'json' };

export const SAMSA_VERSION: string = manifest.version;
export const KAFKA_VERSION = '4.3.1';

export function versionLine(): string {
  return `samsa ${SAMSA_VERSION} (protocol of Apache Kafka ${KAFKA_VERSION}, Node.js ${process.versions.node})`;
}
