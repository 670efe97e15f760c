// TopicNameCollisions: names that differ only in '.' and '_' give metrics of one name, so the second of
// them is refused.

export class TopicNameCollisions {
  readonly #namesByForm = new Map<string, Set<string>>();

  static of(topics: Iterable<{ readonly name: string }>): TopicNameCollisions {
    const collisions = new TopicNameCollisions();
    for (const { name } of topics) collisions.add(name);
    return collisions;
  }

  /** A known topic that this name collides with, itself included. */
  with(name: string): string | undefined {
    if (!mayCollide(name)) return undefined;
    const names = this.#namesByForm.get(formOf(name));
    return names?.values().next().value;
  }

  add(name: string): void {
    if (!mayCollide(name)) return;
    const names = this.#namesByForm.get(formOf(name));
    if (names === undefined) this.#namesByForm.set(formOf(name), new Set([name]));
    else names.add(name);
  }

  remove(name: string): void {
    const names = this.#namesByForm.get(formOf(name));
    names?.delete(name);
    if (names?.size === 0) this.#namesByForm.delete(formOf(name));
  }
}

function mayCollide(name: string): boolean {
  return name.includes('.') || name.includes('_');
}

function formOf(name: string): string {
  return name.replaceAll('.', '_');
}
