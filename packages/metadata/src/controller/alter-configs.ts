// IncrementalAlterConfigs (api 44) and AlterConfigs (api 33).

import { ErrorCode, KafkaError, type Outcome } from '@samsa/common';
import {
  type AlterConfigsRequest,
  type AlterConfigsResponse,
} from '@samsa/protocol/apis/alter-configs';
import {
  type AlterableConfig,
  type IncrementalAlterConfigsRequest,
  type IncrementalAlterConfigsResponse,
} from '@samsa/protocol/apis/incremental-alter-configs';
import { type MetadataRecord } from '@samsa/protocol/metadata-record';

import {
  CLUSTER_DEFAULT,
  type ConfigResource,
  configResourceKey,
  ConfigResourceType,
} from '../image/configs-image.ts';
import { attempt, BoundedRecords, type ItemError } from './bounded-records.ts';
import { type ConfigChange, configRecords } from './config-changes.ts';
import { type ControllerState } from './controller-state.ts';

/** Kafka's AlterConfigOp. */
export const ConfigOperation = { SET: 0, DELETE: 1, APPEND: 2, SUBTRACT: 3 } as const;

/** An empty name asks for the default of client metrics no more than of topics. */
const ALTERABLE: ReadonlySet<number> = new Set([
  ConfigResourceType.TOPIC,
  ConfigResourceType.BROKER,
  ConfigResourceType.CLIENT_METRICS,
  ConfigResourceType.GROUP,
]);

export function incrementalAlterConfigs(
  state: ControllerState,
  request: IncrementalAlterConfigsRequest,
): Outcome<MetadataRecord, IncrementalAlterConfigsResponse> {
  const { records, errors } = alterEach(state, request.resources, (resource, configs) => {
    const keys = new Set<string>();
    return configs.map((config) => {
      if (keys.has(config.name)) throw duplicateKey(config.name);
      keys.add(config.name);
      return incrementalChange(state, resource, config);
    });
  });
  return {
    records: request.validateOnly ? [] : records,
    response: { throttleTimeMs: 0, responses: answersOf(request.resources, errors) },
  };
}

function duplicateKey(key: string): KafkaError {
  return new KafkaError(ErrorCode.INVALID_REQUEST, `Error due to duplicate config keys: ${key}`);
}

/** Replaces everything that is set on each resource. */
export function alterConfigs(
  state: ControllerState,
  request: AlterConfigsRequest,
): Outcome<MetadataRecord, AlterConfigsResponse> {
  const { records, errors } = alterEach(state, request.resources, (resource, configs) => {
    const changes = new Map<string, string | null>();
    for (const config of configs) {
      if (config.value === null) {
        throw new KafkaError(
          ErrorCode.INVALID_REQUEST,
          `Null value not supported for : ${config.name}`,
        );
      }
      if (changes.has(config.name)) throw duplicateKey(config.name);
      changes.set(config.name, config.value);
    }
    for (const key of state.image.configs.of(resource.type, resource.name).keys()) {
      if (!changes.has(key)) changes.set(key, null);
    }
    return [...changes].map(([key, value]) => ({ key, value }));
  });
  return {
    records: request.validateOnly ? [] : records,
    response: { throttleTimeMs: 0, responses: answersOf(request.resources, errors) },
  };
}

interface RequestedResource<C> {
  readonly resourceType: number;
  readonly resourceName: string;
  readonly configs: readonly C[];
}

function alterEach<C>(
  state: ControllerState,
  resources: readonly RequestedResource<C>[],
  changesOf: (resource: ConfigResource, configs: readonly C[]) => ConfigChange[],
): { readonly records: readonly MetadataRecord[]; readonly errors: readonly ItemError[] } {
  const records = new BoundedRecords();
  const times = new Map<string, number>();
  for (const { resourceType, resourceName } of resources) {
    const key = configResourceKey(resourceType, resourceName);
    times.set(key, (times.get(key) ?? 0) + 1);
  }
  const errors = resources.map((requested) =>
    attempt(() => {
      const { resourceType: type, resourceName: name, configs } = requested;
      if ((times.get(configResourceKey(type, name)) ?? 0) > 1) {
        throw new KafkaError(ErrorCode.INVALID_REQUEST, 'Each resource must appear at most once.');
      }
      const resource = { type, name };
      checkResource(state, resource);
      records.add(...configRecords(state, resource, changesOf(resource, configs)));
    }),
  );
  return { records: records.all, errors };
}

function checkResource(state: ControllerState, { type, name }: ConfigResource): void {
  if (!ALTERABLE.has(type)) {
    throw new KafkaError(ErrorCode.INVALID_REQUEST, `Unknown resource type ${type}.`);
  }
  if (type === ConfigResourceType.BROKER) {
    if (name !== CLUSTER_DEFAULT && !/^\d+$/.test(name)) {
      throw new KafkaError(
        ErrorCode.INVALID_REQUEST,
        'Unable to parse broker name as a base 10 number.',
      );
    }
    if (name !== CLUSTER_DEFAULT && !isNode(state, Number(name))) {
      throw new KafkaError(ErrorCode.BROKER_ID_NOT_REGISTERED, `No node with id ${name} found.`);
    }
    return;
  }
  if (name === '') {
    const what = type === ConfigResourceType.TOPIC ? 'topic resources' : 'this resource type';
    throw new KafkaError(ErrorCode.INVALID_REQUEST, `Default ${what} are not allowed.`);
  }
  if (type === ConfigResourceType.TOPIC && state.image.topics.byName(name) === undefined) {
    throw new KafkaError(
      ErrorCode.UNKNOWN_TOPIC_OR_PARTITION,
      `The topic '${name}' does not exist.`,
    );
  }
}

function isNode(state: ControllerState, id: number): boolean {
  const { brokers, controllers } = state.image.cluster;
  return brokers.has(id) || controllers.has(id);
}

function incrementalChange(
  state: ControllerState,
  resource: ConfigResource,
  config: AlterableConfig,
): ConfigChange {
  const { name: key, value, configOperation } = config;
  switch (configOperation) {
    case ConfigOperation.SET:
      return { key, value: withValue(key, value) };
    case ConfigOperation.DELETE:
      return { key, value: null };
    case ConfigOperation.APPEND:
    case ConfigOperation.SUBTRACT:
      return {
        key,
        value: changedList(state, resource, key, withValue(key, value), configOperation),
      };
    default:
      throw new KafkaError(ErrorCode.INVALID_REQUEST, `Unknown operation type ${configOperation}.`);
  }
}

function withValue(key: string, value: string | null): string {
  if (value === null) {
    throw new KafkaError(ErrorCode.INVALID_REQUEST, `Null value not supported for : ${key}`);
  }
  return value;
}

function changedList(
  state: ControllerState,
  { type, name }: ConfigResource,
  key: string,
  operand: string,
  operation: number,
): string {
  const { configRules } = state.settings;
  if (!configRules.isList(type, key)) {
    const verb = operation === ConfigOperation.APPEND ? 'APPEND' : 'SUBTRACT';
    throw new KafkaError(
      ErrorCode.INVALID_CONFIG,
      `Can't ${verb} to key ${key} because its type is not LIST.`,
    );
  }
  const current = state.image.configs.of(type, name).get(key) ?? configRules.defaultOf(type, key);
  const items = (current ?? '').split(',').filter((item) => item !== '');
  for (const item of operand.split(',')) {
    const at = items.indexOf(item);
    if (operation === ConfigOperation.APPEND && at < 0) items.push(item);
    if (operation === ConfigOperation.SUBTRACT && at >= 0) items.splice(at, 1);
  }
  return items.join(',');
}

function answersOf(
  resources: readonly RequestedResource<unknown>[],
  errors: readonly ItemError[],
): {
  errorCode: number;
  errorMessage: string | null;
  resourceType: number;
  resourceName: string;
}[] {
  return resources.map(({ resourceType, resourceName }, i) => ({
    errorCode: errors[i]?.errorCode ?? ErrorCode.NONE,
    errorMessage: errors[i]?.errorMessage ?? null,
    resourceType,
    resourceName,
  }));
}
