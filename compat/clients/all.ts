// Every client, in the order of the table's rows.

import { type Client } from '../runner/client.ts';
import { franzGo, sarama, segmentio } from './go.ts';
import { java } from './java.ts';
import { kafkajs, platformatic } from './node.ts';
import { aiokafka, confluentKafka, kafkaPython } from './python.ts';

export const CLIENTS: readonly Client[] = [
  java,
  confluentKafka,
  kafkaPython,
  aiokafka,
  franzGo,
  sarama,
  segmentio,
  kafkajs,
  platformatic,
];
