// The keys of a client-metrics subscription: which clients send which metrics, and how often (KIP-714).

import {
  type ConfigDefinition,
  ConfigProblem,
  defineConfigs,
  ErrorCode,
  int,
  KafkaError,
  list,
} from '@samsa/common';

const NOTHING: readonly string[] = [];
const MIN_INTERVAL_MS = 100;
const MAX_INTERVAL_MS = 3_600_000;

export const clientMetricsConfigs = defineConfigs({
  'interval.ms': int({ default: 300_000, doc: 'How often clients send their metrics.' }),
  match: list({
    default: NOTHING,
    doc: 'Which clients are meant, as key=pattern pairs.',
  }),
  metrics: list({
    default: NOTHING,
    doc: 'Prefixes of the metrics that clients send.',
  }),
});

export type ClientMetricsKey = keyof typeof clientMetricsConfigs;

const MATCH_KEYS: ReadonlySet<string> = new Set([
  'client_id',
  'client_instance_id',
  'client_software_name',
  'client_software_version',
  'client_source_address',
  'client_source_port',
]);

export function isClientMetricsKey(key: string): key is ClientMetricsKey {
  return Object.hasOwn(clientMetricsConfigs, key);
}

/** What is wrong with a subscription of these values, with the code that Kafka gives it. */
export function clientMetricsProblem(values: ReadonlyMap<string, string>): KafkaError | undefined {
  for (const [key, text] of values) {
    if (!isClientMetricsKey(key)) {
      return new KafkaError(
        ErrorCode.INVALID_REQUEST,
        `Unknown client metrics configuration: ${key}`,
      );
    }
    const definition: ConfigDefinition<unknown> = clientMetricsConfigs[key];
    try {
      definition.parse(text);
    } catch (error) {
      if (!(error instanceof ConfigProblem)) throw error;
      return new KafkaError(
        ErrorCode.INVALID_CONFIG,
        `Invalid value ${text} for configuration ${key}: allowed is ${error.allowed}`,
      );
    }
  }
  return intervalProblem(values.get('interval.ms')) ?? matchProblem(values.get('match'));
}

function intervalProblem(text: string | undefined): KafkaError | undefined {
  const intervalMs = Number(text ?? MIN_INTERVAL_MS);
  if (intervalMs >= MIN_INTERVAL_MS && intervalMs <= MAX_INTERVAL_MS) return undefined;
  return new KafkaError(
    ErrorCode.INVALID_REQUEST,
    `Invalid value ${text} for interval.ms, interval must be between ${MIN_INTERVAL_MS} and ` +
      `${MAX_INTERVAL_MS} (1 hour)`,
  );
}

function matchProblem(text: string | undefined): KafkaError | undefined {
  for (const pair of clientMetricsConfigs.match.parse(text ?? '')) {
    const [key = '', pattern, ...more] = pair.split('=');
    const isRight = MATCH_KEYS.has(key.trim()) && pattern !== undefined && more.length === 0;
    if (!isRight || !isPattern(pattern.trim())) {
      return new KafkaError(ErrorCode.INVALID_CONFIG, `Illegal client matching pattern: ${pair}`);
    }
  }
  return undefined;
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'u').unicode;
  } catch {
    return false; // that is the question
  }
}
