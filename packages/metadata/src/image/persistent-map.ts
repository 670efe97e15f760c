// PersistentMap: an immutable map of which a changed copy costs O(log n), so that every metadata image
// can be kept for as long as a reader needs it and a delta never copies what it did not touch.
//
// A compressed hash trie (CHAMP): each node has up to 32 places, two bit maps say which hold an entry
// and which hold a child, and both stand in one array: keys and values first, children after them.
// The same entries give the same tree whatever the order of changes, apart from the order of keys
// whose whole hashes are equal; iteration is therefore the same on every node of a cluster.

const BITS = 5;
const MASK = 31;
/** The last level that still has hash bits; keys that agree down to here share a collision node. */
const DEEPEST_SHIFT = 30;

export type MapKey = string | number;

interface Node {
  /** Which places hold an entry. Zero, like `childMap`, in a collision node. */
  readonly entryMap: number;
  readonly childMap: number;
  readonly slots: readonly unknown[];
}

const EMPTY_NODE: Node = { entryMap: 0, childMap: 0, slots: [] };

export class PersistentMap<K extends MapKey, V> {
  static readonly #EMPTY: unknown = new PersistentMap(EMPTY_NODE, 0);

  readonly #root: Node;
  readonly size: number;

  private constructor(root: Node, size: number) {
    this.#root = root;
    this.size = size;
  }

  static empty<K extends MapKey, V>(): PersistentMap<K, V> {
    return PersistentMap.#EMPTY as PersistentMap<K, V>;
  }

  static of<K extends MapKey, V>(entries: Iterable<readonly [K, V]>): PersistentMap<K, V> {
    let map = PersistentMap.empty<K, V>();
    for (const [key, value] of entries) map = map.with(key, value);
    return map;
  }

  get(key: K): V | undefined {
    const hash = hashOf(key);
    let node = this.#root;
    for (let shift = 0; shift <= DEEPEST_SHIFT; shift += BITS) {
      const bit = 1 << ((hash >>> shift) & MASK);
      if ((node.entryMap & bit) !== 0) {
        const at = 2 * countBelow(node.entryMap, bit);
        return node.slots[at] === key ? (node.slots[at + 1] as V) : undefined;
      }
      if ((node.childMap & bit) === 0) return undefined;
      node = childOf(node, bit);
    }
    const at = collisionAt(node, key);
    return at < 0 ? undefined : (node.slots[at + 1] as V);
  }

  has(key: K): boolean {
    return this.get(key) !== undefined;
  }

  /** A copy in which `key` maps to `value`. Undefined is no value. */
  with(key: K, value: V): PersistentMap<K, V> {
    const change = { sizeBy: 0 };
    const root = put(this.#root, 0, hashOf(key), key, value, change);
    return root === this.#root ? this : new PersistentMap(root, this.size + change.sizeBy);
  }

  /** A copy without `key`; this very map where it is not there. */
  without(key: K): PersistentMap<K, V> {
    const root = drop(this.#root, 0, hashOf(key), key);
    return root === this.#root ? this : new PersistentMap(root, this.size - 1);
  }

  *[Symbol.iterator](): IterableIterator<[K, V]> {
    const waiting: Node[] = [this.#root];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      const entryEnd = entrySlots(node);
      for (let i = 0; i < entryEnd; i += 2) yield [node.slots[i] as K, node.slots[i + 1] as V];
      for (let i = node.slots.length - 1; i >= entryEnd; i--) waiting.push(node.slots[i] as Node);
    }
  }

  *keys(): IterableIterator<K> {
    for (const [key] of this) yield key;
  }

  *values(): IterableIterator<V> {
    for (const [, value] of this) yield value;
  }
}

interface SizeChange {
  sizeBy: number;
}

function put(
  node: Node,
  shift: number,
  hash: number,
  key: unknown,
  value: unknown,
  change: SizeChange,
): Node {
  if (shift > DEEPEST_SHIFT) return putColliding(node, key, value, change);
  const bit = 1 << ((hash >>> shift) & MASK);
  if ((node.childMap & bit) !== 0) {
    const child = childOf(node, bit);
    const changed = put(child, shift + BITS, hash, key, value, change);
    return changed === child ? node : withSlot(node, childAt(node, bit), changed);
  }
  const at = 2 * countBelow(node.entryMap, bit);
  if ((node.entryMap & bit) === 0) {
    change.sizeBy = 1;
    return {
      entryMap: node.entryMap | bit,
      childMap: node.childMap,
      slots: node.slots.toSpliced(at, 0, key, value),
    };
  }
  if (node.slots[at] === key) {
    return node.slots[at + 1] === value ? node : withSlot(node, at + 1, value);
  }
  // Two keys want one place: both move down into a child.
  change.sizeBy = 1;
  const oldKey = node.slots[at] as MapKey;
  let child = put(EMPTY_NODE, shift + BITS, hashOf(oldKey), oldKey, node.slots[at + 1], {
    sizeBy: 0,
  });
  child = put(child, shift + BITS, hash, key, value, { sizeBy: 0 });
  return entryToChild(node, bit, at, child);
}

function drop(node: Node, shift: number, hash: number, key: unknown): Node {
  if (shift > DEEPEST_SHIFT) {
    const at = collisionAt(node, key);
    return at < 0 ? node : { ...node, slots: node.slots.toSpliced(at, 2) };
  }
  const bit = 1 << ((hash >>> shift) & MASK);
  if ((node.entryMap & bit) !== 0) {
    const at = 2 * countBelow(node.entryMap, bit);
    if (node.slots[at] !== key) return node;
    return {
      entryMap: node.entryMap & ~bit,
      childMap: node.childMap,
      slots: node.slots.toSpliced(at, 2),
    };
  }
  if ((node.childMap & bit) === 0) return node;
  const child = childOf(node, bit);
  const changed = drop(child, shift + BITS, hash, key);
  if (changed === child) return node;
  // A child with one entry left moves up, so that equal contents stay equal trees.
  if (changed.childMap === 0 && changed.slots.length === 2) return childToEntry(node, bit, changed);
  return withSlot(node, childAt(node, bit), changed);
}

function putColliding(node: Node, key: unknown, value: unknown, change: SizeChange): Node {
  const at = collisionAt(node, key);
  if (at < 0) {
    change.sizeBy = 1;
    return { entryMap: 0, childMap: 0, slots: [...node.slots, key, value] };
  }
  return node.slots[at + 1] === value ? node : withSlot(node, at + 1, value);
}

function collisionAt(node: Node, key: unknown): number {
  for (let i = 0; i < node.slots.length; i += 2) if (node.slots[i] === key) return i;
  return -1;
}

function withSlot(node: Node, at: number, value: unknown): Node {
  return { entryMap: node.entryMap, childMap: node.childMap, slots: node.slots.with(at, value) };
}

function entryToChild(node: Node, bit: number, at: number, child: Node): Node {
  const entryMap = node.entryMap & ~bit;
  const childMap = node.childMap | bit;
  const slots = node.slots.toSpliced(at, 2);
  slots.splice(2 * bitCount(entryMap) + countBelow(childMap, bit), 0, child);
  return { entryMap, childMap, slots };
}

function childToEntry(node: Node, bit: number, child: Node): Node {
  const slots = node.slots.toSpliced(childAt(node, bit), 1);
  const entryMap = node.entryMap | bit;
  slots.splice(2 * countBelow(entryMap, bit), 0, child.slots[0], child.slots[1]);
  return { entryMap, childMap: node.childMap & ~bit, slots };
}

function childAt(node: Node, bit: number): number {
  return 2 * bitCount(node.entryMap) + countBelow(node.childMap, bit);
}

function childOf(node: Node, bit: number): Node {
  return node.slots[childAt(node, bit)] as Node;
}

/** Number of leading slots that are keys and values; all of them in a collision node. */
function entrySlots(node: Node): number {
  if (node.childMap === 0) return node.slots.length;
  return 2 * bitCount(node.entryMap);
}

function countBelow(map: number, bit: number): number {
  return bitCount(map & (bit - 1));
}

function bitCount(map: number): number {
  let n = map - ((map >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return (Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24) & 0x3f;
}

/** FNV-1a with a finishing mix; a small number is its own hash, so that broker ids iterate in order. */
function hashOf(key: MapKey): number {
  if (typeof key === 'number') return key | 0;
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}
