// In which versions each struct of a message occurs: where its fields need no version test.

import { type Message } from './model.ts';
import { intersect, isEmpty, type VersionRange } from './version-range.ts';

/** The smallest range that holds every version in which the struct is read or written. */
export function structVersions(message: Message): ReadonlyMap<string, VersionRange> {
  const reached = new Map<string, VersionRange>();
  const reach = (name: string, versions: VersionRange): void => {
    const before = reached.get(name);
    const hull = before === undefined ? versions : union(before, versions);
    if (before !== undefined && hull.min === before.min && hull.max === before.max) return;
    reached.set(name, hull);
    for (const field of message.structs.find((struct) => struct.name === name)?.fields ?? []) {
      const type = field.type.kind === 'array' ? field.type.element : field.type;
      const inside = intersect(field.versions, hull);
      if (type.kind === 'struct' && !isEmpty(inside)) reach(type.name, inside);
    }
  };
  reach(message.name, message.versions);
  return reached;
}

function union(a: VersionRange, b: VersionRange): VersionRange {
  return { min: Math.min(a.min, b.min), max: Math.max(a.max, b.max) };
}
