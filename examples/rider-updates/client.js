// Where Kafka is; every program of this example begins here.

import kafkajs from 'kafkajs';

export const TOPIC = 'rider-updates';

export const kafka = new kafkajs.Kafka({
  clientId: 'rider-updates',
  brokers: [process.env.KAFKA_BROKER ?? 'localhost:9092'],
  logLevel: kafkajs.logLevel.ERROR,
});
