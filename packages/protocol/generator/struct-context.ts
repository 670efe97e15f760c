// Where the functions of one struct stand: the versions that reach it and what is flexible in them.

import { type Code } from './code.ts';
import { type FieldContext } from './field-code.ts';
import { type Field, type Message, type Struct } from './model.ts';
import { type VersionRange, versionTest } from './version-range.ts';

/** @param within  the versions in which the struct occurs */
export function contextOf(message: Message, struct: Struct, within: VersionRange): FieldContext {
  return { message, struct: struct.name, within, flexible: flexibility(message, within) };
}

/** True where some version of the message is flexible. */
export function canBeFlexible(message: Message): boolean {
  return message.flexibleFrom <= message.versions.max;
}

/** The test that a version of the struct is flexible. */
export function flexibleTest(context: FieldContext): string {
  return versionTest({ min: context.message.flexibleFrom, max: Infinity }, context.within);
}

/** The flexible ones among the versions of the struct. */
export function flexibleVersions(context: FieldContext): VersionRange {
  const { within } = context;
  return { min: Math.max(within.min, context.message.flexibleFrom), max: within.max };
}

/** The tagged fields that occur, in the order of their tags. */
export function taggedFields(struct: Struct, context: FieldContext): Field[] {
  return struct.fields
    .filter((field) => field.tag !== undefined)
    .filter((field) => versionTest(field.versions, context.within) !== 'false')
    .sort((a, b) => (a.tag ?? 0) - (b.tag ?? 0));
}

/** The guard at the head of reading and writing a whole message. */
export function emitVersionCheck(code: Code, message: Message): void {
  const { name, versions } = message;
  code.line(`checkVersion('${name}', version, ${versions.min}, ${versions.max});`);
}

/** Declares `flexible` where the code that follows asks for it. */
export function emitFlexible(code: Code, context: FieldContext, following: string): void {
  if (context.flexible === 'flexible' && /\bflexible\b/.test(following)) {
    code.line(`const flexible = version >= ${context.message.flexibleFrom};`);
  }
}

function flexibility(message: Message, within: VersionRange): string {
  if (message.flexibleFrom <= within.min) return 'true';
  return message.flexibleFrom > within.max ? 'false' : 'flexible';
}
