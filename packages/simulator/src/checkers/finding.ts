// Finding: what a checker has to say against a run.

export interface Finding {
  /** The name of the rule, as Jepsen's Kafka workload and the invariants of the project call it. */
  readonly id: string;
  readonly message: string;
}

/** A broken rule shows in many places; a few of them tell enough. */
const MAX_PER_RULE = 5;

export class Findings {
  readonly list: Finding[] = [];
  readonly #counts = new Map<string, number>();

  add(id: string, message: string): void {
    const count = (this.#counts.get(id) ?? 0) + 1;
    this.#counts.set(id, count);
    if (count <= MAX_PER_RULE) this.list.push({ id, message });
  }

  /** How often each rule was broken, also beyond what is listed. */
  get counts(): ReadonlyMap<string, number> {
    return this.#counts;
  }
}
