// The loggers of this node as BROKER_LOGGER resources show them: one, the root, because every event of
// a node goes through one log. Its level holds until the process ends, as in Kafka.

import { ErrorCode, KafkaError, type Level, type LogLevelControl } from '@samsa/common';
import { ConfigOperation } from '@samsa/metadata';

export const ROOT_LOGGER = 'root';

/** Kafka's names of levels, and what we keep for each. */
const LEVELS: ReadonlyMap<string, Level> = new Map([
  ['DEBUG', 'debug'],
  ['ERROR', 'error'],
  ['FATAL', 'error'],
  ['INFO', 'info'],
  ['TRACE', 'debug'],
  ['WARN', 'warn'],
]);

export interface LevelChange {
  readonly name: string;
  readonly configOperation: number;
  readonly value: string | null;
}

export function levelName(level: Level): string {
  return level.toUpperCase();
}

/**
 * Changes the level of loggers, all or none.
 *
 * @param control  undefined where whoever runs the process keeps the level to himself
 */
export function changeLevels(
  control: LogLevelControl | undefined,
  changes: readonly LevelChange[],
  isOnlyChecked: boolean,
): void {
  let level: Level | undefined;
  for (const change of changes) level = newLevel(change);
  if (level === undefined || isOnlyChecked) return;
  if (control === undefined) {
    throw new KafkaError(ErrorCode.INVALID_REQUEST, 'the log level of this node cannot be changed');
  }
  control.set(level);
}

function newLevel({ name, configOperation, value }: LevelChange): Level {
  if (configOperation === ConfigOperation.APPEND || configOperation === ConfigOperation.SUBTRACT) {
    const verb = configOperation === ConfigOperation.APPEND ? 'APPEND' : 'SUBTRACT';
    throw new KafkaError(
      ErrorCode.INVALID_REQUEST,
      `${verb} operation is not allowed for the BROKER_LOGGER resource`,
    );
  }
  if (name !== ROOT_LOGGER) {
    throw new KafkaError(ErrorCode.INVALID_CONFIG, `Logger ${name} does not exist!`);
  }
  if (configOperation === ConfigOperation.DELETE) {
    throw new KafkaError(
      ErrorCode.INVALID_REQUEST,
      'Removing the log level of the root logger is not allowed',
    );
  }
  if (configOperation !== ConfigOperation.SET) {
    throw new KafkaError(ErrorCode.INVALID_REQUEST, `Unknown operations type ${configOperation}`);
  }
  if (value === null) {
    throw new KafkaError(ErrorCode.INVALID_REQUEST, `Null value not supported for : ${name}`);
  }
  const level = LEVELS.get(value);
  if (level !== undefined) return level;
  throw new KafkaError(
    ErrorCode.INVALID_CONFIG,
    `Cannot set the log level of ${name} to ${value} as it is not a supported log level. ` +
      `Valid log levels are ${[...LEVELS.keys()].join(', ')}`,
  );
}
