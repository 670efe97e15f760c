// Writes a union of records framed with their type and version: the metadata log's, and that of the
// remote log metadata topic.

import { Code } from './code.ts';
import { type Message } from './model.ts';
import { kebabCase } from './names.ts';

/** @param union  the name of the union type, also of its functions: `encode…`, `decode…` */
export function emitMetadataRecord(union: string, records: readonly Message[]): string {
  const code = new Code();
  const topic = records[0]?.schema.where ?? '';
  code.line(`// ${union}: every record of ${topic}, with its type and version in front.`);
  code.line('// Generated from the record schemas by generator/main.ts.');
  code.line();
  code.line(
    "import { decodeFramedRecord, encodeFramedRecord, type RecordType } from '../framed-record.ts';",
  );
  for (const { name } of records) {
    code.line(`import { ${name} } from './records/${kebabCase(name)}.ts';`);
  }
  code.line();
  code.line(`export type ${union} =`);
  code.indented(() => {
    for (const [i, { name }] of records.entries()) {
      code.block(
        '| {',
        () => {
          code.line(`readonly kind: '${name}';`);
          code.line('readonly version: number;');
          code.line(`readonly value: ${name};`);
        },
        i === records.length - 1 ? '  };' : '  }',
      );
    }
  });
  code.line();
  code.line(`const TYPES: readonly (RecordType | undefined)[] = [`);
  code.indented(() => {
    for (let type = 0; type <= (records.at(-1)?.schema.apiKey ?? -1); type++) {
      const record = records.find(({ schema }) => schema.apiKey === type);
      code.line(
        record === undefined
          ? `undefined, // ${type}`
          : `{ type: ${type}, codec: ${record.name} },`,
      );
    }
  });
  code.line('];');
  code.line();
  code.block(
    `const TYPE_OF_KIND: Readonly<Record<${union}['kind'], number>> = {`,
    () => {
      for (const { name, schema } of records) code.line(`${name}: ${schema.apiKey},`);
    },
    '};',
  );
  code.line();
  code.line('/** The bytes of a record value, in memory of its own. */');
  code.block(`export function encode${union}(record: ${union}): Uint8Array {`, () => {
    code.line('return encodeFramedRecord(TYPES, TYPE_OF_KIND[record.kind], record);');
  });
  code.line();
  code.line('/**');
  code.line(' * @param bytes  a record value; byte fields of the result are views into it');
  code.line(' * @throws ProtocolError for a type or version that is not known');
  code.line(' */');
  code.block(`export function decode${union}(bytes: Uint8Array): ${union} {`, () => {
    code.line(`return decodeFramedRecord(TYPES, bytes) as ${union};`);
  });
  return code.toString();
}
