// Writes the module of one message: its interfaces, its codec, and a function per struct and duty.

import { Code } from './code.ts';
import { emitRead, emitReadArray } from './emit-read.ts';
import { emitWrite, emitWriteArray } from './emit-write.ts';
import {
  defaultExpression,
  elementTypeScript,
  isDefaultExpression,
  leastBytes,
  typeScriptType,
} from './field-code.ts';
import { type Field, type Message, type Struct } from './model.ts';
import { kebabCase } from './names.ts';
import { canBeFlexible, contextOf } from './struct-context.ts';
import { structVersions } from './struct-versions.ts';
import { covers, isEmpty, type VersionRange, versionText } from './version-range.ts';

/** What generated code may use, by the module that exports it; `true` marks types. */
const IMPORTS: readonly (readonly [
  module: string,
  names: readonly (readonly [string, boolean])[],
])[] = [
  [
    '../../message-codec.ts',
    [
      ['checkVersion', false],
      ['EMPTY_BYTES', false],
      ['MessageCodec', true],
      ['present', false],
      ['unsupportedField', false],
      ['ZERO_UUID', false],
    ],
  ],
  ['../../raw-tagged-field.ts', [['RawTaggedField', true]]],
  ['../../reader.ts', [['Reader', true]]],
  [
    '../../record-bytes.ts',
    [
      ['RecordBytes', true],
      ['recordBytesLength', false],
    ],
  ],
  ['../../writer.ts', [['Writer', true]]],
];

/** The source of one message's module. */
export function emitMessage(message: Message, folder: 'messages' | 'records'): string {
  const reach = structVersions(message);
  const usage = structUsage(message);
  const body = new Code();
  for (const struct of message.structs) {
    emitInterface(body, message, struct, reach.get(struct.name) ?? message.versions);
  }
  emitCodec(body, message);
  for (const struct of message.structs) {
    const isMessage = struct.name === message.name;
    if (!isMessage) emitCreate(body, message, struct);
    const within = reach.get(struct.name) ?? message.versions;
    const context = contextOf(message, struct, within);
    emitRead(body, struct, context, isMessage);
    emitWrite(body, struct, context, isMessage);
    const element = { kind: 'struct', name: struct.name } as const;
    const elementBytes = leastBytes(element, message, within);
    for (const [nullable, names] of [
      [false, usage.arrays],
      [true, usage.nullableArrays],
    ] as const) {
      if (!names.has(struct.name)) continue;
      emitReadArray(body, context, elementBytes, nullable);
      emitWriteArray(body, context, nullable);
    }
    if (usage.comparedWithDefault.has(struct.name)) emitIsDefault(body, message, struct);
  }
  return heading(message, folder) + imports(body.toString()) + '\n' + body.toString();
}

function heading(message: Message, folder: string): string {
  const { schema } = message;
  const range = `${message.versions.min} to ${message.versions.max}`;
  const versions =
    message.versions.min === message.versions.max ? `${message.versions.min}` : range;
  const flexible = Number.isFinite(message.flexibleFrom)
    ? `flexible from ${message.flexibleFrom}`
    : 'never flexible';
  const what =
    schema.kind === 'request' || schema.kind === 'response'
      ? `${schema.kind} of API ${schema.apiKey}`
      : schema.where === undefined
        ? schema.kind
        : `${schema.kind === 'metadata' ? 'record' : schema.kind} in ${schema.where}` +
          (schema.apiKey === undefined ? '' : `, type ${schema.apiKey}`);
  return (
    `// ${message.name}: ${what}; version ${versions}, ${flexible}.\n` +
    `// Generated from schema/${folder}/${kebabCase(message.name)}.json by generator/main.ts.\n\n`
  );
}

function imports(body: string): string {
  const code = new Code();
  for (const [module, names] of IMPORTS) {
    const used = names.filter(([name]) => new RegExp(`\\b${name}\\b`).test(body));
    if (used.length === 0) continue;
    const items = used.map(([name, isType]) => (isType ? `type ${name}` : name));
    code.list('import {', items, `} from '${module}';`);
  }
  return code.toString();
}

function emitInterface(code: Code, message: Message, struct: Struct, within: VersionRange): void {
  code.block(`export interface ${struct.name} {`, () => {
    for (const field of struct.fields) {
      const note = fieldNote(field, message, within);
      if (note !== '') code.line(`/** ${note} */`);
      code.line(`${field.name}: ${typeScriptType(field)};`);
    }
    if (canBeFlexible(message)) {
      code.line('unknownTaggedFields?: readonly RawTaggedField[];');
    }
  });
  code.line();
}

/** What the type does not say: versions, tag, default. */
function fieldNote(field: Field, message: Message, within: VersionRange): string {
  const notes: string[] = [];
  if (!covers(field.versions, within)) {
    notes.push(`version ${versionText(openEnded(field.versions, message))}`);
  }
  if (field.tag !== undefined) notes.push(`tag ${field.tag}`);
  if (!isEmpty(field.nullable) && !covers(field.nullable, field.versions)) {
    notes.push(`null in ${versionText(openEnded(field.nullable, message))}`);
  }
  if (field.defaultText !== undefined && field.defaultText !== '') {
    notes.push(`default ${field.defaultText}`);
  }
  return notes.join(', ');
}

function openEnded(range: VersionRange, message: Message): VersionRange {
  return range.max === message.versions.max && range.min < range.max
    ? { min: range.min, max: Infinity }
    : range;
}

function emitCodec(code: Code, message: Message): void {
  const { name, versions } = message;
  code.block(
    `export const ${name}: MessageCodec<${name}> = {`,
    () => {
      code.line(`name: '${name}',`);
      code.line(`versions: [${versions.min}, ${versions.max}],`);
      code.line(`flexibleFrom: ${message.flexibleFrom},`);
      code.line(`read: read${name},`);
      code.line(`write: write${name},`);
      code.line(`create: create${name},`);
    },
    '};',
  );
  code.line();
  emitCreate(code, message, message.structs[0] as Struct, '');
}

function emitCreate(code: Code, message: Message, struct: Struct, exported = 'export '): void {
  const { name, fields } = struct;
  const isFlexible = canBeFlexible(message);
  if (fields.length === 0 && !isFlexible) {
    code.block(`${exported}function create${name}(): ${name} {`, () => code.line('return {};'));
    code.line();
    return;
  }
  code.block(
    `${exported}function create${name}({`,
    () => {
      for (const field of fields) code.line(`${field.name} = ${defaultExpression(field)},`);
      if (isFlexible) code.line('unknownTaggedFields,');
    },
    `}: Partial<${name}> = {}): ${name} {`,
  );
  code.indented(() => {
    code.list(
      `const message: ${name} = {`,
      fields.map((field) => field.name),
      '};',
    );
    if (isFlexible) {
      code.line(
        'if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;',
      );
    }
    code.line('return message;');
  });
  code.line('}');
  code.line();
}

function emitIsDefault(code: Code, message: Message, struct: Struct): void {
  const conditions = struct.fields.map((field) => {
    const condition = isDefaultExpression(field, `message.${field.name}`);
    return condition.includes('&&') ? `(${condition})` : condition;
  });
  if (canBeFlexible(message)) conditions.push('message.unknownTaggedFields === undefined');
  code.block(`function isDefault${struct.name}(message: ${struct.name}): boolean {`, () => {
    code.block(
      'return (',
      () => {
        for (const [i, condition] of conditions.entries()) {
          code.line(i === conditions.length - 1 ? condition : `${condition} &&`);
        }
      },
      ');',
    );
  });
  code.line();
}

interface StructUsage {
  readonly arrays: ReadonlySet<string>;
  readonly nullableArrays: ReadonlySet<string>;
  /** Structs whose default has to be recognised: tagged, or missing from some versions. */
  readonly comparedWithDefault: ReadonlySet<string>;
}

function structUsage(message: Message): StructUsage {
  const arrays = new Set<string>();
  const nullableArrays = new Set<string>();
  const comparedWithDefault = new Set<string>();
  const reach = structVersions(message);
  const compare = (field: Field): void => {
    if (field.type.kind !== 'struct' || defaultExpression(field) === 'null') return;
    const { name } = field.type;
    if (comparedWithDefault.has(name)) return;
    comparedWithDefault.add(name);
    for (const inner of message.structs.find((struct) => struct.name === name)?.fields ?? []) {
      compare(inner);
    }
  };
  for (const struct of message.structs) {
    const within = reach.get(struct.name) ?? message.versions;
    for (const field of struct.fields) {
      if (field.type.kind === 'array' && field.type.element.kind === 'struct') {
        const element = elementTypeScript(field.type.element);
        if (!isEmpty(field.nullable)) nullableArrays.add(element);
        if (!covers(field.nullable, field.versions)) arrays.add(element);
      }
      const isAlwaysThere = covers(field.versions, within);
      if (field.tag !== undefined || (!isAlwaysThere && !field.isIgnorable)) compare(field);
    }
  }
  return { arrays, nullableArrays, comparedWithDefault };
}
