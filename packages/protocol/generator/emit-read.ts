// Writes the functions that read one struct, and arrays of it.

import { type Code } from './code.ts';
import { defaultExpression, type FieldContext, readExpression, readPresent } from './field-code.ts';
import { type Struct } from './model.ts';
import {
  emitFlexible,
  emitVersionCheck,
  flexibleTest,
  flexibleVersions,
  taggedFields,
} from './struct-context.ts';
import { versionTest } from './version-range.ts';

export function emitRead(
  code: Code,
  struct: Struct,
  context: FieldContext,
  isMessage: boolean,
): void {
  const { name } = struct;
  const parameters = ['reader: Reader', 'version: number'];
  code.list(`function read${name}(`, parameters, `): ${name} {`, false);
  code.indented(() => {
    if (isMessage) emitVersionCheck(code, context.message);
    const plain = struct.fields.map((field) =>
      field.tag === undefined ? readExpression(field, context) : defaultExpression(field),
    );
    emitFlexible(code, context, plain.join('\n') + taggedReads(struct, context).join('\n'));
    if (struct.fields.length === 0) code.line(`const message: ${name} = {};`);
    else {
      code.block(
        `const message: ${name} = {`,
        () => {
          for (const [i, field] of struct.fields.entries())
            code.line(`${field.name}: ${plain[i]},`);
        },
        '};',
      );
    }
    code.when(flexibleTest(context), () => emitTaggedRead(code, struct, context));
    code.line('return message;');
  });
  code.line('}');
  code.line();
}

/** @param elementBytes  the least that one element takes, which bounds the count while reading */
export function emitReadArray(
  code: Code,
  context: FieldContext,
  elementBytes: number,
  nullable: boolean,
): void {
  const name = context.struct;
  const prefix = nullable ? 'Nullable' : '';
  const result = `${name}[]${nullable ? ' | null' : ''}`;
  const parameters = ['reader: Reader', 'version: number'];
  code.list(`function read${prefix}${name}Array(`, parameters, `): ${result} {`, false);
  code.indented(() => {
    emitFlexible(code, context, context.flexible);
    const method = nullable ? 'nullableArrayLength' : 'arrayLength';
    code.line(`const length = reader.${method}(${context.flexible}, ${elementBytes});`);
    if (nullable) code.line('if (length < 0) return null;');
    code.line(`const elements: ${name}[] = [];`);
    code.line(`for (let i = 0; i < length; i++) elements.push(read${name}(reader, version));`);
    code.line('return elements;');
  });
  code.line('}');
  code.line();
}

function emitTaggedRead(code: Code, struct: Struct, context: FieldContext): void {
  const tagged = taggedFields(struct, context);
  if (tagged.length === 0) {
    code.line('const unknown = reader.unknownTaggedFields();');
    code.line('if (unknown !== undefined) message.unknownTaggedFields = unknown;');
    return;
  }
  const within = flexibleVersions(context);
  code.line('let tag = -1;');
  code.line('let unknown: RawTaggedField[] | undefined;');
  code.block('for (let left = reader.taggedFieldCount(); left > 0; left--) {', () => {
    code.line('tag = reader.tag(tag);');
    code.line('const end = reader.taggedFieldEnd();');
    const reads = taggedReads(struct, context);
    for (const [i, field] of tagged.entries()) {
      const test = versionTest(field.versions, within);
      const condition =
        test === 'true' ? `tag === ${field.tag}` : `tag === ${field.tag} && ${test}`;
      code.line(`${i === 0 ? '' : 'else '}if (${condition}) message.${field.name} = ${reads[i]};`);
    }
    code.line('else (unknown ??= []).push({ tag, data: reader.take(end - reader.position) });');
    code.line('reader.closeTaggedField(tag, end);');
  });
  code.line('if (unknown !== undefined) message.unknownTaggedFields = unknown;');
}

function taggedReads(struct: Struct, context: FieldContext): string[] {
  return taggedFields(struct, context).map((field) => readPresent(field, context));
}
