// Apache Kafka's Java client, and the class path that its tools share with it.

import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { cachedFolder, COMPAT_FOLDER, runTool } from '../runner/cache.ts';
import { type Client } from '../runner/client.ts';
import { type Launch } from '../runner/program.ts';
import { pinnedIn, pinnedVersion } from '../runner/versions.ts';

const FOLDER = join(COMPAT_FOLDER, 'java');
/** Programs that live for seconds start faster without the optimizing compiler and a parallel collector. */
const JVM_FLAGS = [
  '-Xmx256m',
  '-XX:TieredStopAtLevel=1',
  '-XX:+UseSerialGC',
  '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn',
];

/** A Java program of Apache Kafka: its class and arguments are appended. */
export function javaLaunch(...classFolders: string[]): Launch {
  const classPath = [...classFolders, join(jars(), '*')].join(delimiter);
  return { command: 'java', args: [...JVM_FLAGS, '-cp', classPath] };
}

export const java: Client = {
  name: 'java',
  version: pinnedVersion('maven', 'kafka'),
  cannot: {},

  prepare() {
    const launch = javaLaunch(classes());
    return { ...launch, args: [...launch.args, 'CompatClient'] };
  },
};

/** The program that makes every call of the AdminClient: node and topic are appended. */
export function adminSurfaceLaunch(): Launch {
  const launch = javaLaunch(classes());
  return { ...launch, args: [...launch.args, 'AdminSurface'] };
}

/** The programs of this folder, compiled. */
function classes(): string {
  const sources = ['CompatClient.java', 'AdminSurface.java'].map((name) => join(FOLDER, name));
  const texts = sources.map((path) => readFileSync(path, 'utf8'));
  const jarFolder = jars();
  return cachedFolder('java-classes', [...texts, jarFolder], (folder) => {
    runTool('javac', ['-d', folder, '-cp', join(jarFolder, '*'), ...sources]);
  });
}

let isJavaThere = false;

function jars(): string {
  const pom = join(FOLDER, 'pom.xml');
  const versions = pinnedIn('maven');
  isJavaThere ||= runTool('java', ['-version']) !== undefined;
  return cachedFolder('jars', [readFileSync(pom, 'utf8'), JSON.stringify(versions)], (folder) => {
    const properties = Object.entries(versions).map(
      ([name, value]) => `-D${name}.version=${value}`,
    );
    runTool('mvn', [
      '-q',
      '-B',
      '-f',
      pom,
      'dependency:copy-dependencies',
      `-DoutputDirectory=${folder}`,
      ...properties,
    ]);
  });
}
