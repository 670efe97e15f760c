// brokerChangeProblem: whether the configuration of running brokers may be changed in this way. The
// rules and their order are those of Kafka's DynamicBrokerConfig.

import { type ConfigDefinition, ConfigProblem, ErrorCode, KafkaError } from '@samsa/common';
import { CLUSTER_DEFAULT } from '@samsa/metadata';

import { nodeConfigs } from './node-config.ts';
import { KNOWN_CONFIGS } from '../generated/known-configs.ts';

/** Keys that Kafka takes while it runs and this node reads at its start alone: its ports are bound. */
export const READ_AT_START: ReadonlySet<string> = new Set([
  'listener.security.protocol.map',
  'listeners',
]);

/** They belong to one listener each. */
const SECURITY_KEYS: ReadonlySet<string> = new Set([
  'ssl.key.password',
  'ssl.keystore.certificate.chain',
  'ssl.keystore.key',
  'ssl.keystore.location',
  'ssl.keystore.password',
  'ssl.keystore.type',
  'ssl.truststore.certificates',
  'ssl.truststore.location',
  'ssl.truststore.password',
  'ssl.truststore.type',
]);

/** Keys of one listener that the cluster may set for all brokers. */
const LISTENER_KEYS_FOR_ALL: ReadonlySet<string> = new Set([
  'max.connection.creation.rate',
  'max.connections',
  'num.network.threads',
]);

const LISTENER_PREFIX = /^listener\.name\.[^.]+\.(.+)$/;

/** True for a key that acts, or would act in Kafka, while the broker runs. */
export function isDynamic(key: string): boolean {
  if (READ_AT_START.has(key)) return false;
  const updateMode = KNOWN_CONFIGS.get(key)?.updateMode;
  if (updateMode !== undefined) return updateMode !== 'read-only';
  return !Object.hasOwn(nodeConfigs, key);
}

/**
 * @param brokerName  a broker's id, or CLUSTER_DEFAULT
 * @param values  what the resource would have
 * @param changed  the keys that change; a key that is taken away needs no check
 */
export function brokerChangeProblem(
  brokerName: string,
  values: ReadonlyMap<string, string>,
  changed: ReadonlySet<string>,
): KafkaError | undefined {
  const set = [...changed].filter((key) => values.has(key));
  const fixed = set.filter((key) => !isDynamic(key));
  if (fixed.length > 0)
    return refusal(`Cannot update these configs dynamically: [${fixed.join(', ')}]`);
  const unscoped = set.filter((key) => SECURITY_KEYS.has(key));
  if (unscoped.length > 0) {
    return refusal(
      'These security configs can be dynamically updated only per-listener using the listener ' +
        `prefix: [${unscoped.join(', ')}]`,
    );
  }
  const single = brokerName === CLUSTER_DEFAULT ? set.filter(isPerBroker) : [];
  if (single.length > 0) {
    return refusal(
      'Cannot update these configs at default cluster level, broker id must be specified: ' +
        `[${single.join(', ')}]`,
    );
  }
  for (const key of set) {
    const problem = valueProblem(key, values.get(key) ?? '');
    if (problem !== undefined) return refusal(problem);
  }
  return undefined;
}

function isPerBroker(key: string): boolean {
  const scoped = LISTENER_PREFIX.exec(key)?.[1];
  if (scoped !== undefined) return !LISTENER_KEYS_FOR_ALL.has(scoped);
  return KNOWN_CONFIGS.get(key)?.updateMode === 'per-broker';
}

/** What is wrong with a value. A key that nobody knows may be a plug-in's, and takes any. */
export function valueProblem(key: string, text: string): string | undefined {
  const name = LISTENER_PREFIX.exec(key)?.[1] ?? key;
  const known = KNOWN_CONFIGS.get(name);
  const definition = Object.hasOwn(nodeConfigs, name)
    ? (nodeConfigs as Readonly<Record<string, ConfigDefinition<unknown>>>)[name]
    : undefined;
  const shown = known?.type === 'password' ? '[hidden]' : text;
  try {
    definition?.parse(text);
  } catch (error) {
    if (!(error instanceof ConfigProblem)) throw error;
    return `Invalid value ${shown} for configuration ${key}: allowed is ${error.allowed}`;
  }
  const isNumber = /^(int|long|short|double)$/.test(known?.type ?? '');
  if (definition === undefined && isNumber && (text.trim() === '' || Number.isNaN(Number(text)))) {
    return `Invalid value ${shown} for configuration ${key}: allowed is a number`;
  }
  return undefined;
}

function refusal(message: string): KafkaError {
  return new KafkaError(ErrorCode.INVALID_REQUEST, message);
}
