// Writes the union of a coordinator topic's records, each with its key and its value.

import { Code } from './code.ts';
import { type Message } from './model.ts';
import { kebabCase } from './names.ts';

/** @param union  the name of the union type, also of its functions: `encode…`, `decode…` */
export function emitCoordinatorRecord(union: string, records: readonly Message[]): string {
  const keys = records.filter(({ schema }) => schema.kind === 'coordinator-key');
  const kinds = keys.map((key) => {
    const value = records.find(
      ({ schema }) => schema.kind === 'coordinator-value' && schema.apiKey === key.schema.apiKey,
    );
    if (value === undefined) throw new Error(`${key.name} has no value`);
    return { kind: key.name.replace(/Key$/, ''), type: key.schema.apiKey ?? 0, key, value };
  });
  const code = new Code();
  const topic = records[0]?.schema.where ?? '';
  code.line(`// ${union}: every record of ${topic}, with its key and its value.`);
  code.line('// Generated from the record schemas by generator/main.ts.');
  code.line();
  code.list(
    'import {',
    [
      'type CoordinatorRecordType',
      'decodeCoordinatorRecord',
      'encodeCoordinatorRecord',
      'type EncodedCoordinatorRecord',
    ],
    "} from '../coordinator-record.ts';",
  );
  for (const { name } of kinds.flatMap(({ key, value }) => [key, value])) {
    code.line(`import { ${name} } from './records/${kebabCase(name)}.ts';`);
  }
  code.line();
  code.line("/** `version` is the value's; a tombstone has the value null. */");
  code.line(`export type ${union} =`);
  code.indented(() => {
    for (const [i, { kind, key, value }] of kinds.entries()) {
      code.block(
        '| {',
        () => {
          code.line(`readonly kind: '${kind}';`);
          code.line(`readonly key: ${key.name};`);
          code.line(`readonly value: ${value.name} | null;`);
          code.line('readonly version: number;');
        },
        i === kinds.length - 1 ? '  };' : '  }',
      );
    }
  });
  code.line();
  code.block(
    'const TYPES: readonly (CoordinatorRecordType | undefined)[] = [',
    () => {
      for (let type = 0; type <= (kinds.at(-1)?.type ?? -1); type++) {
        const found = kinds.find((kind) => kind.type === type);
        if (found === undefined) code.line(`undefined, // ${type}`);
        else {
          code.list(
            '{',
            [
              `type: ${type}`,
              `kind: '${found.kind}'`,
              `key: ${found.key.name}`,
              `value: ${found.value.name}`,
            ],
            '},',
          );
        }
      }
    },
    '];',
  );
  code.line();
  code.block(
    `const TYPE_OF_KIND: Readonly<Record<${union}['kind'], number>> = {`,
    () => {
      for (const { kind, type } of kinds) code.line(`${kind}: ${type},`);
    },
    '};',
  );
  code.line();
  code.line('/** The bytes of key and value, in memory of their own. */');
  code.block(`export function encode${union}(record: ${union}): EncodedCoordinatorRecord {`, () => {
    code.line('return encodeCoordinatorRecord(TYPES, TYPE_OF_KIND[record.kind], record);');
  });
  code.line();
  code.line('/**');
  code.line(' * Byte fields of the result are views into `key` and `value`.');
  code.line(' *');
  code.line(' * @param value  null for a tombstone');
  code.line(' * @returns undefined for a type that is not known, which a newer node has written');
  code.line(' */');
  code.list(
    `export function decode${union}(`,
    ['key: Uint8Array', 'value: Uint8Array | null'],
    `): ${union} | undefined {`,
    false,
  );
  code.indented(() => {
    code.line(`return decodeCoordinatorRecord(TYPES, key, value) as ${union} | undefined;`);
  });
  code.line('}');
  return code.toString();
}
