// Correlation: which value of Apache Kafka's stands for which of Samsa's, where each chooses its own —
// topic ids, member ids, producer ids, epochs of brokers, ports.

import { type Field, type Message } from './message-schema.ts';

export type CorrelatedKind = 'uuid' | 'member' | 'producer' | 'broker epoch' | 'session' | 'port';

type Value = string | number;

/** Values that mean "none" on both sides and are never bound. */
const NONE: ReadonlySet<Value> = new Set(['', 'AAAAAAAAAAAAAAAAAAAAAA', 0, -1]);

export class Correlation {
  /** Keys are `kind value`, since a number may be a port and a session as well. */
  readonly #toSamsa = new Map<string, Value>();
  readonly #toKafka = new Map<string, Value>();
  readonly #texts: (readonly [kafka: string, samsa: string])[] = [];

  bind(kind: CorrelatedKind, kafka: Value, samsa: Value): void {
    this.#toSamsa.set(`${kind} ${kafka}`, samsa);
    this.#toKafka.set(`${kind} ${samsa}`, kafka);
  }

  /**
   * True where the two stand for the same thing. Two that were never seen are bound to each other.
   */
  match(kind: CorrelatedKind, kafka: Value, samsa: Value): boolean {
    const isChosen = !this.#isPlain(kind, kafka) && !this.#isPlain(kind, samsa);
    if (!isChosen) return kafka === samsa;
    const boundSamsa = this.#toSamsa.get(`${kind} ${kafka}`);
    const boundKafka = this.#toKafka.get(`${kind} ${samsa}`);
    if (boundSamsa === undefined && boundKafka === undefined) {
      this.bind(kind, kafka, samsa);
      return true;
    }
    return boundSamsa === samsa;
  }

  /** Keeps a value that the requests make up themselves as it is on both sides. */
  shared(kind: CorrelatedKind, value: Value): void {
    this.bind(kind, value, value);
  }

  /** Kafka's value of this kind as Samsa knows it; as it is where nothing is known. */
  samsaValue(kind: CorrelatedKind, kafka: Value): Value {
    return this.#toSamsa.get(`${kind} ${kafka}`) ?? kafka;
  }

  /** What stands for the same in texts, such as the folders. */
  replaceText(kafka: string, samsa: string): void {
    this.#texts.push([kafka, samsa]);
  }

  /** A text of Kafka's with the ids in it exchanged for Samsa's. */
  samsaText(text: string): string {
    const whole = this.#toSamsa.get(`member ${text}`);
    if (whole !== undefined) return String(whole);
    const replaced = this.#texts.reduce((all, [from, to]) => all.replaceAll(from, to), text);
    return replaced.replaceAll(/[\w-]{22,}/g, (word) => {
      const id = this.#toSamsa.get(`uuid ${word}`) ?? this.#toSamsa.get(`member ${word}`);
      return id === undefined ? word : String(id);
    });
  }

  /** The request that Samsa gets where Kafka gets this one. */
  samsaRequest(fields: readonly Field[], message: Message): Message {
    const translated: Message = { ...message };
    for (const field of fields) {
      const value = message[field.name];
      if (value === null || value === undefined) continue;
      const kind = correlatedKind(field);
      if (field.fields !== undefined) {
        const nested = field.fields;
        translated[field.name] = field.isArray
          ? (value as Message[]).map((element) => this.samsaRequest(nested, element))
          : this.samsaRequest(nested, value as Message);
      } else if (kind !== undefined) {
        translated[field.name] = field.isArray
          ? (value as Value[]).map((element) => this.samsaValue(kind, element))
          : this.samsaValue(kind, value as Value);
      }
    }
    return translated;
  }

  #isPlain(kind: CorrelatedKind, value: Value): boolean {
    if (kind === 'producer' || kind === 'broker epoch')
      return typeof value === 'number' && value < 0;
    return NONE.has(value);
  }
}

/** Undefined where both sides are to show the same value. */
export function correlatedKind({ name, type, fields }: Field): CorrelatedKind | undefined {
  if (fields !== undefined) return undefined;
  if (type === 'uuid') return 'uuid';
  return KIND_BY_NAME[name];
}

const KIND_BY_NAME: Readonly<Record<string, CorrelatedKind | undefined>> = {
  memberId: 'member',
  producerId: 'producer',
  brokerEpoch: 'broker epoch',
  sessionId: 'session',
  port: 'port',
};
