// compareAnswers: two decoded answers, field by field, after what each side chose for itself is matched.

import { type Correlation, correlatedKind } from './correlation.ts';
import { type Field, type Message } from './message-schema.ts';
import { type Rule, RULES, UNORDERED } from './rules.ts';

export interface Difference {
  /** `Api.field.field`, without indexes. */
  readonly path: string;
  /** The keys of the list elements that lead there. */
  readonly where: string;
  readonly kafka: string;
  readonly samsa: string;
}

export interface ComparedAnswers {
  readonly api: string;
  readonly version: number;
  readonly fields: readonly Field[];
  readonly kafka: Message;
  readonly samsa: Message;
  readonly correlation: Correlation;
}

export function compareAnswers(answers: ComparedAnswers): Difference[] {
  const comparison = new Comparison(answers.api, answers.version, answers.correlation);
  comparison.structs(answers.api, answers.fields, answers.kafka, answers.samsa);
  return comparison.differences;
}

class Comparison {
  readonly differences: Difference[] = [];
  readonly #api: string;
  readonly #version: number;
  readonly #correlation: Correlation;
  readonly #where: string[] = [];

  constructor(api: string, version: number, correlation: Correlation) {
    this.#api = api;
    this.#version = version;
    this.#correlation = correlation;
  }

  structs(path: string, fields: readonly Field[], kafka: Message, samsa: Message): void {
    for (const field of fields) {
      if (!field.existsIn(this.#version)) continue;
      this.#field(`${path}.${field.name}`, field, kafka[field.name], samsa[field.name]);
    }
    const unknown = [kafka, samsa].map((message) => JSON.stringify(message['unknownTaggedFields']));
    if (unknown[0] !== unknown[1])
      this.#differ(`${path}.unknownTaggedFields`, unknown[0], unknown[1]);
  }

  #field(path: string, field: Field, kafka: unknown, samsa: unknown): void {
    const rule =
      RULES[path] ?? RULES[`*${path.slice(this.#api.length)}`] ?? RULES[`**.${field.name}`];
    if (rule === 'ignored') return;
    if (kafka === null || samsa === null) {
      if (kafka !== samsa) this.#differ(path, kafka, samsa);
    } else if (field.isArray) {
      this.#arrays(path, field, rule, kafka as unknown[], samsa as unknown[]);
    } else {
      this.#values(path, field, rule, kafka, samsa);
    }
  }

  #arrays(
    path: string,
    field: Field,
    rule: Rule | undefined,
    kafka: unknown[],
    samsa: unknown[],
  ): void {
    const keys = UNORDERED[path];
    if (keys !== undefined) {
      this.#unordered(path, field, keys, kafka, samsa);
      return;
    }
    if (kafka.length !== samsa.length) {
      this.#differ(path, kafka, samsa);
      return;
    }
    kafka.forEach((element, index) => {
      this.#where.push(String(index));
      this.#values(path, field, rule, element, samsa[index]);
      this.#where.pop();
    });
  }

  /** Elements with the same key are compared; one without a partner is a difference of its own. */
  #unordered(
    path: string,
    field: Field,
    keys: readonly string[],
    kafka: unknown[],
    samsa: unknown[],
  ): void {
    const keyOf = (element: unknown): string =>
      keys.map((key) => keyPart(element as Message, key)).join(' ');
    const partners = Map.groupBy(samsa, keyOf);
    for (const element of kafka) {
      const key = this.#correlation.samsaText(keyOf(element));
      const partner = partners.get(key)?.shift();
      if (partner === undefined) this.#differ(`${path}[]`, element, undefined);
      else {
        this.#where.push(key);
        this.#values(path, field, undefined, element, partner);
        this.#where.pop();
      }
    }
    for (const left of partners.values()) {
      for (const element of left) this.#differ(`${path}[]`, undefined, element);
    }
  }

  #values(
    path: string,
    field: Field,
    rule: Rule | undefined,
    kafka: unknown,
    samsa: unknown,
  ): void {
    if (field.fields !== undefined) {
      if (kafka !== null && samsa !== null) {
        this.structs(path, field.fields, kafka as Message, samsa as Message);
      } else if (kafka !== samsa) {
        this.#differ(path, kafka, samsa);
      }
      return;
    }
    const kind = rule === 'member' ? 'member' : correlatedKind(field);
    if (!this.#areAlike(rule, kind, kafka, samsa)) this.#differ(path, kafka, samsa);
  }

  #areAlike(
    rule: Rule | undefined,
    kind: ReturnType<typeof correlatedKind>,
    kafka: unknown,
    samsa: unknown,
  ): boolean {
    if (rule === 'sign') return Math.sign(Number(kafka)) === Math.sign(Number(samsa));
    if (rule === 'presence') return (kafka === '') === (samsa === '');
    if (kind !== undefined) {
      return this.#correlation.match(kind, kafka as string | number, samsa as string | number);
    }
    if (typeof kafka === 'string') return this.#correlation.samsaText(kafka) === samsa;
    if (kafka instanceof Uint8Array) return shown(kafka) === shown(samsa);
    return Object.is(kafka, samsa) || kafka === samsa;
  }

  #differ(path: string, kafka: unknown, samsa: unknown): void {
    const where = this.#where.join(' / ');
    this.differences.push({ path, where, kafka: shown(kafka), samsa: shown(samsa) });
  }
}

/** @param key  one field, or two behind a `|` of which the second stands in for the first */
function keyPart(element: Message, key: string): string {
  const [first = '', second = first] = key.split('|');
  return String(element[first] || element[second]);
}

/** One line that a reader can take in. */
export function shown(value: unknown): string {
  if (value === undefined) return 'absent';
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part === 'bigint') return String(part);
    const bytes = asBytes(part);
    return bytes === undefined ? part : `bytes ${Buffer.from(bytes).toString('hex')}`;
  });
}

/** `toJSON` of a Buffer has run before a replacer sees it; a plain Uint8Array comes as it is. */
function asBytes(part: unknown): Uint8Array | undefined {
  if (part instanceof Uint8Array) return part;
  const json = part as { readonly type?: unknown; readonly data?: unknown } | null;
  return json?.type === 'Buffer' ? Uint8Array.from(json.data as number[]) : undefined;
}
