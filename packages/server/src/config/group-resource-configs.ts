// The keys of a group: what a broker key says for all groups, a group may say for itself, within the
// bounds that other broker keys set (KIP-848, KIP-932, KIP-1071).

import {
  boolean,
  type ConfigDefinition,
  ConfigProblem,
  defineConfigs,
  int,
  string,
} from '@samsa/common';

const DURATION = /^by_duration:-?P(?=\w)(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/i;

const offsetReset: ConfigDefinition<string> = {
  ...string({
    default: 'latest',
    doc: 'Where a share group begins in a partition: latest, earliest or by_duration:PnDTnHnMn.nS.',
  }),
  parse(text) {
    const value = text.trim();
    if (value === 'latest' || value === 'earliest' || DURATION.test(value)) return value;
    throw new ConfigProblem('latest, earliest or by_duration:PnDTnHnMn.nS');
  },
};

export const groupResourceConfigs = defineConfigs({
  'consumer.session.timeout.ms': int({
    default: 45_000,
    min: 1,
    doc: 'How long a member of a consumer group may be silent before it is out.',
  }),
  'consumer.heartbeat.interval.ms': int({
    default: 5_000,
    min: 1,
    doc: 'How often members of a consumer group say that they are alive.',
  }),
  'consumer.assignment.interval.ms': int({
    default: 1_000,
    min: 0,
    doc: 'The least time between two assignments of a consumer group.',
  }),
  'share.session.timeout.ms': int({
    default: 45_000,
    min: 1,
    doc: 'How long a member of a share group may be silent before it is out.',
  }),
  'share.heartbeat.interval.ms': int({
    default: 5_000,
    min: 1,
    doc: 'How often members of a share group say that they are alive.',
  }),
  'share.assignment.interval.ms': int({
    default: 1_000,
    min: 0,
    doc: 'The least time between two assignments of a share group.',
  }),
  'share.record.lock.duration.ms': int({
    default: 30_000,
    min: 1_000,
    doc: 'How long a record stays with the member that acquired it.',
  }),
  'share.delivery.count.limit': int({
    default: 5,
    min: 2,
    doc: 'How often a record is delivered before it is given up.',
  }),
  'share.partition.max.record.locks': int({
    default: 2_000,
    min: 100,
    doc: 'Most records of one partition that are acquired at a time.',
  }),
  'share.auto.offset.reset': offsetReset,
  'share.isolation.level': string({
    default: 'read_uncommitted',
    oneOf: ['read_committed', 'read_uncommitted'],
    doc: 'Whether a share group sees records of open transactions.',
  }),
  'share.renew.acknowledge.enable': boolean({
    default: true,
    doc: 'Whether a member may keep a record for longer by asking for it.',
  }),
  'streams.session.timeout.ms': int({
    default: 45_000,
    min: 1,
    doc: 'How long a member of a streams group may be silent before it is out.',
  }),
  'streams.heartbeat.interval.ms': int({
    default: 5_000,
    min: 1,
    doc: 'How often members of a streams group say that they are alive.',
  }),
  'streams.assignment.interval.ms': int({
    default: 1_000,
    min: 0,
    doc: 'The least time between two assignments of a streams group.',
  }),
  'streams.initial.rebalance.delay.ms': int({
    default: 3_000,
    min: 0,
    doc: 'How long the first assignment of a streams group waits for more members.',
  }),
  'streams.num.standby.replicas': int({
    default: 0,
    min: 0,
    doc: 'How many copies of each state store a streams group keeps ready.',
  }),
});

export type GroupResourceKey = keyof typeof groupResourceConfigs;

/** Keys that no broker key stands behind. */
const GROUP_ONLY: ReadonlySet<GroupResourceKey> = new Set([
  'share.auto.offset.reset',
  'share.isolation.level',
  'share.renew.acknowledge.enable',
]);

const UNBOUNDED: ReadonlySet<GroupResourceKey> = new Set(['streams.initial.rebalance.delay.ms']);

export function isGroupKey(key: string): key is GroupResourceKey {
  return Object.hasOwn(groupResourceConfigs, key);
}

/** `consumer.session.timeout.ms` of groups is `group.consumer.session.timeout.ms` of brokers. */
export function brokerKeyOf(key: GroupResourceKey): string | undefined {
  return GROUP_ONLY.has(key) ? undefined : `group.${key}`;
}

/** The broker keys that bound a group key: `min` or `max` stands behind the kind of group. */
export function boundKeysOf(key: GroupResourceKey): {
  readonly min?: string;
  readonly max?: string;
} {
  if (GROUP_ONLY.has(key) || UNBOUNDED.has(key)) return {};
  if (key === 'streams.num.standby.replicas') return { max: 'group.streams.max.standby.replicas' };
  const dot = key.indexOf('.');
  const bound = (which: string): string => `group.${key.slice(0, dot)}.${which}${key.slice(dot)}`;
  return { min: bound('min'), max: bound('max') };
}

/**
 * What is wrong with a group whose own values would be these, or undefined.
 *
 * @param changed  the keys to look at: a value that was right when it was set stays
 * @param brokerValue  the value in force for a broker key
 */
export function groupProblem(
  values: ReadonlyMap<string, string>,
  changed: ReadonlySet<string>,
  brokerValue: (key: string) => string | null,
): string | undefined {
  for (const key of changed) {
    const text = values.get(key);
    if (text === undefined) continue;
    if (!isGroupKey(key)) return `Unknown group config name: ${key}`;
    const definition: ConfigDefinition<unknown> = groupResourceConfigs[key];
    try {
      definition.parse(text);
    } catch (error) {
      if (!(error instanceof ConfigProblem)) throw error;
      return `Invalid value ${text} for configuration ${key}: allowed is ${error.allowed}`;
    }
    const { min, max } = boundKeysOf(key);
    if (min !== undefined && Number(text) < Number(brokerValue(min) ?? -Infinity)) {
      return `${key} must be greater than or equal to ${min}`;
    }
    if (max !== undefined && Number(text) > Number(brokerValue(max) ?? Infinity)) {
      return `${key} must be less than or equal to ${max}`;
    }
  }
  return sessionProblem(values, changed, brokerValue);
}

/** A session that is over before the next heartbeat is due cannot last. */
function sessionProblem(
  values: ReadonlyMap<string, string>,
  changed: ReadonlySet<string>,
  brokerValue: (key: string) => string | null,
): string | undefined {
  for (const kind of ['consumer', 'share', 'streams'] as const) {
    const session = `${kind}.session.timeout.ms` as const;
    const heartbeat = `${kind}.heartbeat.interval.ms` as const;
    if (!changed.has(session) && !changed.has(heartbeat)) continue;
    const inForce = (key: typeof session | typeof heartbeat): number =>
      Number(
        values.get(key) ?? brokerValue(`group.${key}`) ?? groupResourceConfigs[key].options.default,
      );
    if (inForce(session) <= inForce(heartbeat)) {
      return `${session} must be greater than ${heartbeat}`;
    }
  }
  return undefined;
}
