// configRecords: the records that change what is set on one resource, after everything that the
// resource would then have has been checked.

import { ErrorCode, KafkaError } from '@samsa/common';
import { type MetadataRecord } from '@samsa/protocol/metadata-record';

import {
  CLUSTER_DEFAULT,
  type ConfigResource,
  ConfigResourceType,
} from '../image/configs-image.ts';
import { clearElrRecord, configRecord } from '../records.ts';
import { type ControllerState } from './controller-state.ts';

const MIN_INSYNC_REPLICAS = 'min.insync.replicas';

export interface ConfigChange {
  readonly key: string;
  /** Null removes the key. */
  readonly value: string | null;
}

/** Throws INVALID_CONFIG. A broker's unchanged value is written too: it makes brokers read it again. */
export function configRecords(
  state: ControllerState,
  resource: ConfigResource,
  changes: readonly ConfigChange[],
): MetadataRecord[] {
  const { type, name } = resource;
  const current = state.image.configs.of(type, name);
  const values = new Map(current);
  const records: MetadataRecord[] = [];
  for (const { key, value } of changes) {
    const old = current.get(key) ?? null;
    if (value === null) values.delete(key);
    else values.set(key, value);
    if (old === value && type !== ConfigResourceType.BROKER) continue;
    records.push(configRecord(type, name, key, value));
  }
  const changed = new Set(changes.map((change) => change.key));
  const problem = state.settings.configRules.problem(type, name, values, changed);
  if (problem instanceof KafkaError) throw problem;
  if (problem !== undefined) throw new KafkaError(ErrorCode.INVALID_CONFIG, problem);

  if (!state.image.features.isElrEnabled) return records;
  checkMinInsyncReplicas(resource, changes);
  const needsClear = records.some(
    (record) => record.kind === 'ConfigRecord' && record.value.name === MIN_INSYNC_REPLICAS,
  );
  if (needsClear) {
    // An ELR made under another number may not hold everything that was committed since.
    records.push(clearElrRecord(type === ConfigResourceType.TOPIC ? name : ''));
  }
  return records;
}

/** With ELR every broker must know the same number, so it stands on topics and the cluster alone. */
function checkMinInsyncReplicas(
  { type, name }: ConfigResource,
  changes: readonly ConfigChange[],
): void {
  if (type !== ConfigResourceType.BROKER) return;
  const change = changes.find(({ key }) => key === MIN_INSYNC_REPLICAS);
  if (change === undefined) return;
  if (name !== CLUSTER_DEFAULT) {
    throw new KafkaError(
      ErrorCode.INVALID_CONFIG,
      'Broker-level min.insync.replicas cannot be altered while ELR is enabled.',
    );
  }
  if (change.value === null) {
    throw new KafkaError(
      ErrorCode.INVALID_CONFIG,
      'Cluster-level min.insync.replicas cannot be removed while ELR is enabled.',
    );
  }
}
