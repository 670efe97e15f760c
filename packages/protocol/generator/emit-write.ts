// Writes the functions that write one struct, and arrays of it.

import { Code } from './code.ts';
import {
  type FieldContext,
  fieldLabel,
  isSetExpression,
  overlap,
  writeStatements,
} from './field-code.ts';
import { type Field, type Struct } from './model.ts';
import { pascalCase } from './names.ts';
import {
  emitFlexible,
  emitVersionCheck,
  flexibleTest,
  flexibleVersions,
  taggedFields,
} from './struct-context.ts';
import { outsideTest, versionTest } from './version-range.ts';

export function emitWrite(
  code: Code,
  struct: Struct,
  context: FieldContext,
  isMessage: boolean,
): void {
  const { name } = struct;
  const body = new Code(1);
  if (isMessage) emitVersionCheck(body, context.message);
  const inner = new Code(1);
  for (const field of struct.fields) {
    if (field.tag === undefined) emitFieldWrite(inner, field, context);
    else emitUnsupportedCheck(inner, field, context);
  }
  inner.when(flexibleTest(context), () => emitTaggedWrite(inner, struct, context));
  emitFlexible(body, context, inner.toString());
  const parameters = ['writer: Writer', `message: ${name}`, 'version: number'];
  code.list(`function write${name}(`, parameters, '): void {', false);
  code.raw(body.toString());
  code.raw(inner.toString());
  code.line('}');
  code.line();
}

export function emitWriteArray(code: Code, context: FieldContext, nullable: boolean): void {
  const name = context.struct;
  const { flexible } = context;
  const elements = `elements: readonly ${name}[]${nullable ? ' | null' : ''}`;
  const parameters = ['writer: Writer', elements, 'version: number'];
  code.list(
    `function write${nullable ? 'Nullable' : ''}${name}Array(`,
    parameters,
    '): void {',
    false,
  );
  code.indented(() => {
    emitFlexible(code, context, flexible);
    if (nullable) {
      code.line(`writer.arrayLength(elements === null ? -1 : elements.length, ${flexible});`);
      code.line('if (elements === null) return;');
    } else code.line(`writer.arrayLength(elements.length, ${flexible});`);
    code.line(`for (const element of elements) write${name}(writer, element, version);`);
  });
  code.line('}');
  code.line();
}

function emitFieldWrite(code: Code, field: Field, context: FieldContext): void {
  const place = `message.${field.name}`;
  const test = versionTest(field.versions, context.within);
  if (test === 'true') return emitPresentWrite(code, field, context, place);
  if (test !== 'false') {
    code.block(`if (${test}) {`, () => emitPresentWrite(code, field, context, place));
  }
  return emitUnsupportedCheck(code, field, context);
}

function emitUnsupportedCheck(code: Code, field: Field, context: FieldContext): void {
  const place = `message.${field.name}`;
  const test = outsideTest(field.versions, context.within);
  if (test === 'false' || field.isIgnorable) return;
  const isSet = isSetExpression(field, place);
  const condition = test === 'true' ? isSet : `${test} && ${isSet}`;
  code.block(`if (${condition}) {`, () => {
    code.line(`throw unsupportedField(${fieldLabel(place, context)}, version);`);
  });
}

function emitPresentWrite(code: Code, field: Field, context: FieldContext, place: string): void {
  const nullableTest = versionTest(field.nullable, overlap(field, context));
  const statements = (nullable: boolean) => (): void => {
    for (const line of writeStatements(field, context, place, nullable)) code.line(line);
  };
  if (nullableTest === 'true') statements(true)();
  else if (nullableTest === 'false') statements(false)();
  else {
    code.block(`if (${nullableTest}) {`, statements(true), '} else {');
    code.indented(statements(false));
    code.line('}');
  }
}

function emitTaggedWrite(code: Code, struct: Struct, context: FieldContext): void {
  const tagged = taggedFields(struct, context);
  if (tagged.length === 0) {
    code.line('writer.unknownTaggedFields(message.unknownTaggedFields);');
    return;
  }
  const within = flexibleVersions(context);
  code.line('const unknown = message.unknownTaggedFields;');
  code.line('let tagCount = unknown === undefined ? 0 : unknown.length;');
  for (const field of tagged) {
    const test = versionTest(field.versions, within);
    const isSet = isSetExpression(field, `message.${field.name}`);
    const condition = test === 'true' ? isSet : `${test} && ${isSet}`;
    code.line(`const has${pascalCase(field.name)} = ${condition};`);
    code.line(`if (has${pascalCase(field.name)}) tagCount++;`);
  }
  code.line('writer.uvarint(tagCount);');
  code.line('let next = 0;');
  for (const field of tagged) {
    code.block(`if (has${pascalCase(field.name)}) {`, () => {
      code.line(`next = writer.unknownTaggedFieldsBelow(unknown, next, ${field.tag});`);
      code.line(`const opened = writer.openTaggedField(${field.tag});`);
      emitPresentWrite(code, field, context, `message.${field.name}`);
      code.line('writer.closeTaggedField(opened);');
    });
  }
  code.line('writer.unknownTaggedFieldsBelow(unknown, next, Infinity);');
}
