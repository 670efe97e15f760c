// Apache Kafka's jars: fetched by Maven once, then used offline.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { cachedFolder } from '../cache-folder.ts';
import { requireTools } from '../tools.ts';
import { type Workspace } from '../workspace.ts';

const POM = join(import.meta.dirname, 'pom.xml');

/** The version that the pom names. */
export const KAFKA_VERSION: string =
  /<version>([^<]+)<\/version>/.exec(readFileSync(POM, 'utf8'))?.[1] ?? 'unknown';

/** @returns the folder that holds them */
export function kafkaJars(workspace: Workspace): Promise<string> {
  return cachedFolder(`kafka-${KAFKA_VERSION}`, async (folder) => {
    requireTools(['mvn']);
    console.log(`fetching Apache Kafka ${KAFKA_VERSION} with Maven`);
    const goal = 'dependency:copy-dependencies';
    await workspace.run('mvn', ['-B', '-q', '-f', POM, goal, `-DoutputDirectory=${folder}`]);
  });
}
