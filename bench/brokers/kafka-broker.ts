// Apache Kafka as its own scripts start it: kafka-storage format, then kafka-server-start.

import { join } from 'node:path';

import { KAFKA_VERSION, kafkaJars } from '../kafka/kafka-jars.ts';
import { type Workspace } from '../workspace.ts';
import { BrokerProcess } from './broker-process.ts';
import { CLUSTER_ID, writeServerProperties } from './server-properties.ts';

/** The heap that kafka-server-start gives where KAFKA_HEAP_OPTS says nothing. */
const HEAP_FLAGS = ['-Xmx1G', '-Xms1G'];
/** The heap that kafka-run-class gives to tools. */
const TOOL_HEAP_FLAGS = ['-Xmx256M'];
/** What kafka-run-class sets in KAFKA_JVM_PERFORMANCE_OPTS. */
const PERFORMANCE_FLAGS = [
  '-server',
  '-XX:+UseG1GC',
  '-XX:MaxGCPauseMillis=20',
  '-XX:InitiatingHeapOccupancyPercent=35',
  '-XX:+ExplicitGCInvokesConcurrent',
  '-Djava.awt.headless=true',
];
/** What kafka-run-class sets in KAFKA_JMX_OPTS. */
const JMX_FLAGS = [
  '-Dcom.sun.management.jmxremote=true',
  '-Dcom.sun.management.jmxremote.authenticate=false',
  '-Dcom.sun.management.jmxremote.ssl=false',
];
/** Warnings only, where Kafka's scripts log at INFO into files: in Kafka's favour, if anything. */
const LOG_FLAGS = ['-Dorg.slf4j.simpleLogger.defaultLogLevel=warn'];

export async function kafkaBroker(workspace: Workspace): Promise<BrokerProcess> {
  const classPath = join(await kafkaJars(workspace), '*');
  const folder = await workspace.newFolder('kafka');
  const { port, propertiesFile } = await writeServerProperties(folder);
  const gcLog = join(folder, 'kafkaServer-gc.log');
  return new BrokerProcess(workspace, {
    name: 'kafka',
    title: `Apache Kafka ${KAFKA_VERSION}`,
    port,
    folder,
    command: 'java',
    args: [
      ...HEAP_FLAGS,
      ...PERFORMANCE_FLAGS,
      `-Xlog:gc*:file=${gcLog}:time,tags:filecount=10,filesize=100M`,
      ...JMX_FLAGS,
      ...LOG_FLAGS,
      '-cp',
      classPath,
      'kafka.Kafka',
      propertiesFile,
    ],
    format: {
      command: 'java',
      args: [
        ...TOOL_HEAP_FLAGS,
        ...PERFORMANCE_FLAGS,
        ...LOG_FLAGS,
        '-cp',
        classPath,
        'kafka.tools.StorageTool',
        ...['format', '-t', CLUSTER_ID, '-c', propertiesFile, '--standalone'],
      ],
    },
  });
}
