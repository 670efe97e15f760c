// Code for single fields: their TypeScript type, their default, and the expressions that read and
// write them. What is said here once holds for all messages.

import {
  type ElementType,
  type Field,
  type Message,
  type PrimitiveName,
  structNamed,
} from './model.ts';
import { pascalCase } from './names.ts';
import { includes, isEmpty, type VersionRange, versionTest } from './version-range.ts';

interface Primitive {
  readonly type: string;
  readonly zero: string;
  /** The method of Reader and Writer. */
  readonly method: string;
  /** True where the encoding has a length, which flexible versions write compactly. */
  readonly hasLength: boolean;
  /** The least bytes it takes in plain and in flexible versions. */
  readonly bytes: readonly [plain: number, flexible: number];
}

const PRIMITIVES: Readonly<Record<PrimitiveName, Primitive>> = {
  bool: { type: 'boolean', zero: 'false', method: 'boolean', hasLength: false, bytes: [1, 1] },
  int8: { type: 'number', zero: '0', method: 'int8', hasLength: false, bytes: [1, 1] },
  int16: { type: 'number', zero: '0', method: 'int16', hasLength: false, bytes: [2, 2] },
  uint16: { type: 'number', zero: '0', method: 'uint16', hasLength: false, bytes: [2, 2] },
  int32: { type: 'number', zero: '0', method: 'int32', hasLength: false, bytes: [4, 4] },
  uint32: { type: 'number', zero: '0', method: 'uint32', hasLength: false, bytes: [4, 4] },
  int64: { type: 'number', zero: '0', method: 'int64', hasLength: false, bytes: [8, 8] },
  bigint: { type: 'bigint', zero: '0n', method: 'bigint64', hasLength: false, bytes: [8, 8] },
  float64: { type: 'number', zero: '0', method: 'float64', hasLength: false, bytes: [8, 8] },
  uuid: { type: 'string', zero: 'ZERO_UUID', method: 'uuid', hasLength: false, bytes: [16, 16] },
  string: { type: 'string', zero: "''", method: 'string', hasLength: true, bytes: [2, 1] },
  bytes: {
    type: 'Uint8Array',
    zero: 'EMPTY_BYTES',
    method: 'bytes',
    hasLength: true,
    bytes: [4, 1],
  },
  records: {
    type: 'RecordBytes',
    zero: 'EMPTY_BYTES',
    method: 'records',
    hasLength: true,
    bytes: [4, 1],
  },
};

const LONG_MAX = '9223372036854775807';

/** Where code for a field stands: which versions reach it, and how it asks for flexibility. */
export interface FieldContext {
  readonly message: Message;
  /** The name of the surrounding struct. */
  readonly struct: string;
  /** The versions in which the surrounding struct occurs. */
  readonly within: VersionRange;
  /** `true`, `false` or `flexible`. */
  readonly flexible: string;
}

export function typeScriptType(field: Field): string {
  const type =
    field.type.kind === 'array'
      ? `readonly ${elementTypeScript(field.type.element)}[]`
      : elementTypeScript(field.type);
  return isNullable(field) ? `${type} | null` : type;
}

export function elementTypeScript(type: ElementType): string {
  return type.kind === 'struct' ? type.name : PRIMITIVES[type.name].type;
}

export function isNullable(field: Field): boolean {
  return !isEmpty(field.nullable);
}

/** The value of a field that the version lacks or nobody gave. */
export function defaultExpression(field: Field): string {
  if (hasNullDefault(field)) return 'null';
  if (field.type.kind === 'array') return '[]';
  if (field.type.kind === 'struct') return `create${field.type.name}()`;
  const { type, zero } = PRIMITIVES[field.type.name];
  const text = field.defaultText;
  if (text === undefined || text === '') return zero;
  if (field.type.name === 'string') return `'${text}'`;
  if (type === 'bigint') return `${text}n`;
  return text === LONG_MAX ? '2 ** 63' : text;
}

/** A condition that holds when the field at `place` has its default. */
export function isDefaultExpression(field: Field, place: string): string {
  if (hasNullDefault(field)) return `${place} === null`;
  const notNull = isNullable(field) ? `${place} !== null && ` : '';
  if (field.type.kind === 'array') return `${notNull}${place}.length === 0`;
  if (field.type.kind === 'struct') return `${notNull}isDefault${field.type.name}(${place})`;
  if (field.type.name === 'bytes') return `${notNull}${place}.byteLength === 0`;
  if (field.type.name === 'records') return `${notNull}recordBytesLength(${place}) === 0`;
  if (field.type.name === 'bool') {
    return defaultExpression(field) === 'true' ? place : `!${place}`;
  }
  return `${place} === ${defaultExpression(field)}`;
}

/** The opposite of `isDefaultExpression`. */
export function isSetExpression(field: Field, place: string): string {
  const isDefault = isDefaultExpression(field, place);
  if (isDefault.includes('&&')) return `!(${isDefault})`;
  if (isDefault.includes(' === ')) return isDefault.replace(' === ', ' !== ');
  return isDefault.startsWith('!') ? isDefault.slice(1) : `!${isDefault}`;
}

function hasNullDefault(field: Field): boolean {
  if (!isNullable(field)) return false;
  const isRecords = field.type.kind === 'primitive' && field.type.name === 'records';
  return field.defaultText === 'null' || (isRecords && field.defaultText === undefined);
}

/** An expression that reads the field, its default where the version lacks it. */
export function readExpression(field: Field, context: FieldContext): string {
  const test = versionTest(field.versions, context.within);
  if (test === 'false') return defaultExpression(field);
  const read = readPresent(field, context);
  if (test === 'true') return read;
  const isNested = read.includes(' ? ');
  return `${test} ? ${isNested ? `(${read})` : read} : ${defaultExpression(field)}`;
}

/** An expression that reads the field in a version that has it. */
export function readPresent(field: Field, context: FieldContext): string {
  const nullableTest = versionTest(field.nullable, overlap(field, context));
  if (nullableTest === 'true') return readValue(field, context, true);
  if (nullableTest === 'false') return readValue(field, context, false);
  const nullable = readValue(field, context, true);
  return `${nullableTest} ? ${nullable} : ${readValue(field, context, false)}`;
}

function readValue(field: Field, context: FieldContext, nullable: boolean): string {
  const flexible = field.followsFlexible ? context.flexible : 'false';
  const { type } = field;
  const prefix = nullable ? 'nullable' : '';
  if (type.kind === 'struct') {
    const read = `read${type.name}(reader, version)`;
    if (!nullable) return read;
    const isNull = field.tag === undefined ? 'reader.int8() < 0' : 'reader.uvarint() === 0';
    return `${isNull} ? null : ${read}`;
  }
  if (type.kind === 'array') {
    if (type.element.kind === 'struct') {
      return `read${pascalCase(prefix)}${type.element.name}Array(reader, version)`;
    }
    return `reader.${withPrefix(prefix, `${PRIMITIVES[type.element.name].method}Array`)}(${flexible})`;
  }
  const { method, hasLength } = PRIMITIVES[type.name];
  const readMethod = method === 'records' ? 'bytes' : method;
  return `reader.${withPrefix(prefix, readMethod)}(${hasLength ? flexible : ''})`;
}

/**
 * Statements that write the field where it is present for certain.
 *
 * @param nullable  whether the version allows null
 */
export function writeStatements(
  field: Field,
  context: FieldContext,
  place: string,
  nullable: boolean,
): string[] {
  const flexible = field.followsFlexible ? context.flexible : 'false';
  const { type } = field;
  const value =
    !nullable && isNullable(field)
      ? `present(${place}, ${fieldLabel(place, context)}, version)`
      : place;
  const prefix = nullable ? 'nullable' : '';
  if (type.kind === 'struct') {
    if (!nullable) return [`write${type.name}(writer, ${value}, version);`];
    const marker = field.tag === undefined ? 'int8' : 'uvarint';
    const nullMarker = field.tag === undefined ? '-1' : '0';
    return [
      `writer.${marker}(${place} === null ? ${nullMarker} : 1);`,
      `if (${place} !== null) write${type.name}(writer, ${place}, version);`,
    ];
  }
  if (type.kind === 'array') {
    if (type.element.kind === 'struct') {
      const name = `write${pascalCase(prefix)}${type.element.name}Array`;
      return [`${name}(writer, ${value}, version);`];
    }
    const method = withPrefix(prefix, `${PRIMITIVES[type.element.name].method}Array`);
    return [`writer.${method}(${value}, ${flexible});`];
  }
  const { method, hasLength } = PRIMITIVES[type.name];
  return [`writer.${withPrefix(prefix, method)}(${value}${hasLength ? `, ${flexible}` : ''});`];
}

/** The quoted name of a field in error messages. */
export function fieldLabel(place: string, context: FieldContext): string {
  return `'${place.replace('message', context.struct)}'`;
}

/** The versions of a field that its struct reaches. */
export function overlap(field: Field, context: FieldContext): VersionRange {
  return {
    min: Math.max(field.versions.min, context.within.min),
    max: Math.min(field.versions.max, context.within.max),
  };
}

/** The least bytes that an element takes in any version of `within`: what bounds array counts while reading. */
export function leastBytes(type: ElementType, message: Message, within: VersionRange): number {
  let least = Infinity;
  for (let version = within.min; version <= within.max; version++) {
    least = Math.min(least, leastElementBytes(type, message, version));
  }
  return Math.max(1, least);
}

function leastElementBytes(type: ElementType, message: Message, version: number): number {
  const isFlexible = version >= message.flexibleFrom;
  if (type.kind === 'primitive') return PRIMITIVES[type.name].bytes[isFlexible ? 1 : 0];
  let sum = isFlexible ? 1 : 0;
  for (const field of structNamed(message, type.name).fields) {
    if (field.tag !== undefined || !includes(field.versions, version)) continue;
    if (field.type.kind === 'array') sum += isFlexible ? 1 : 4;
    else if (field.type.kind === 'struct' && includes(field.nullable, version)) sum += 1;
    else sum += leastElementBytes(field.type, message, version);
  }
  return sum;
}

function withPrefix(prefix: string, method: string): string {
  return prefix === '' ? method : prefix + pascalCase(method);
}
