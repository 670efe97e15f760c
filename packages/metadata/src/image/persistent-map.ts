// PersistentMap: an immutable map of which a changed copy costs O(log n), so that every metadata image
// can be kept for as long as a reader needs it and a delta never copies what it did not touch.
//
// A compressed hash trie (CHAMP): each node has up to 32 places, two bit maps say which hold an entry
// and which hold a child, and both stand in one array: keys and values first, children after them.
// The same entries give the same tree whatever the order of changes, apart from the order of keys
// whose whole hashes are equal; iteration is therefore the same on every node of a cluster.

import { assert } from '@samsa/common';

const BITS = 5;
const MASK = 31;
/** The last level that still has hash bits; keys that agree down to here share a collision node. */
const DEEPEST_SHIFT = 30;

export type MapKey = string | number;

interface Node {
  /** Which places hold an entry. Zero, like `childMap`, in a collision node. */
  entryMap: number;
  childMap: number;
  slots: readonly unknown[];
  /** The change that made this node, and which alone may write to it. */
  readonly owner: number;
}

const EMPTY_NODE: Node = { entryMap: 0, childMap: 0, slots: [], owner: 0 };

/** Gives every change a number of its own; it says who may write to a node and nothing else. */
let changeCount = 0;

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
    return PersistentMap.empty<K, V>().changed((change) => {
      for (const [key, value] of entries) change.set(key, value);
    });
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
    return this.changed((change) => change.set(key, value));
  }

  /** A copy without `key`; this very map where it is not there. */
  without(key: K): PersistentMap<K, V> {
    return this.changed((change) => change.delete(key));
  }

  /** A copy with many changes, which share the nodes they make; this very map where nothing changed. */
  changed(change: (map: MapChange<K, V>) => void): PersistentMap<K, V> {
    const draft = new MapChange<K, V>(this.#root, this.size);
    change(draft);
    const { root, size } = draft.finish();
    return root === this.#root ? this : new PersistentMap(root, size);
  }

  /** The quick way over all entries, in the order of the iterators. */
  forEach(run: (value: V, key: K) => void): void {
    visit(this.#root, run as (value: unknown, key: unknown) => void);
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

/** Changes to a map that nobody else sees yet. Nodes it has made are changed in place. */
export class MapChange<K extends MapKey, V> {
  readonly #owner = ++changeCount;
  #root: Node;
  #size: number;
  #isFinished = false;

  /** Made by `PersistentMap.changed` alone. */
  constructor(root: Node, size: number) {
    this.#root = root;
    this.#size = size;
  }

  set(key: K, value: V): void {
    assert(!this.#isFinished, 'a finished map does not change');
    const change = { sizeBy: 0 };
    this.#root = put(this.#root, 0, hashOf(key), key, value, change, this.#owner);
    this.#size += change.sizeBy;
  }

  delete(key: K): void {
    assert(!this.#isFinished, 'a finished map does not change');
    const change = { sizeBy: 0 };
    this.#root = drop(this.#root, 0, hashOf(key), key, change, this.#owner);
    this.#size += change.sizeBy;
  }

  finish(): { readonly root: Node; readonly size: number } {
    this.#isFinished = true;
    return { root: this.#root, size: this.#size };
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
  owner: number,
): Node {
  if (shift > DEEPEST_SHIFT) return putColliding(node, key, value, change, owner);
  const bit = 1 << ((hash >>> shift) & MASK);
  if ((node.childMap & bit) !== 0) {
    const child = childOf(node, bit);
    const changed = put(child, shift + BITS, hash, key, value, change, owner);
    return changed === child ? node : withSlot(node, childAt(node, bit), changed, owner);
  }
  const at = 2 * countBelow(node.entryMap, bit);
  if ((node.entryMap & bit) === 0) {
    change.sizeBy = 1;
    const slots = node.slots.toSpliced(at, 0, key, value);
    return shaped(node, node.entryMap | bit, node.childMap, slots, owner);
  }
  if (node.slots[at] === key) {
    return node.slots[at + 1] === value ? node : withSlot(node, at + 1, value, owner);
  }
  // Two keys want one place: both move down into a child.
  const oldKey = node.slots[at] as MapKey;
  const oldValue = node.slots[at + 1];
  const down = shift + BITS;
  let child = put(EMPTY_NODE, down, hashOf(oldKey), oldKey, oldValue, { sizeBy: 0 }, owner);
  child = put(child, down, hash, key, value, change, owner);
  return entryToChild(node, bit, at, child, owner);
}

function drop(
  node: Node,
  shift: number,
  hash: number,
  key: unknown,
  change: SizeChange,
  owner: number,
): Node {
  if (shift > DEEPEST_SHIFT) {
    const at = collisionAt(node, key);
    if (at < 0) return node;
    change.sizeBy = -1;
    return shaped(node, 0, 0, node.slots.toSpliced(at, 2), owner);
  }
  const bit = 1 << ((hash >>> shift) & MASK);
  if ((node.entryMap & bit) !== 0) {
    const at = 2 * countBelow(node.entryMap, bit);
    if (node.slots[at] !== key) return node;
    change.sizeBy = -1;
    return shaped(node, node.entryMap & ~bit, node.childMap, node.slots.toSpliced(at, 2), owner);
  }
  if ((node.childMap & bit) === 0) return node;
  const child = childOf(node, bit);
  const changed = drop(child, shift + BITS, hash, key, change, owner);
  // A child with one entry left moves up, so that equal contents stay equal trees.
  if (change.sizeBy !== 0 && changed.childMap === 0 && changed.slots.length === 2) {
    return childToEntry(node, bit, changed, owner);
  }
  return changed === child ? node : withSlot(node, childAt(node, bit), changed, owner);
}

function putColliding(
  node: Node,
  key: unknown,
  value: unknown,
  change: SizeChange,
  owner: number,
): Node {
  const at = collisionAt(node, key);
  if (at < 0) {
    change.sizeBy = 1;
    return shaped(node, 0, 0, [...node.slots, key, value], owner);
  }
  return node.slots[at + 1] === value ? node : withSlot(node, at + 1, value, owner);
}

function collisionAt(node: Node, key: unknown): number {
  for (let i = 0; i < node.slots.length; i += 2) if (node.slots[i] === key) return i;
  return -1;
}

/** The node with this content: the same one where the change may write to it, else a new one. */
function shaped(
  node: Node,
  entryMap: number,
  childMap: number,
  slots: readonly unknown[],
  owner: number,
): Node {
  if (node.owner !== owner) return { entryMap, childMap, slots, owner };
  node.entryMap = entryMap;
  node.childMap = childMap;
  node.slots = slots;
  return node;
}

function withSlot(node: Node, at: number, value: unknown, owner: number): Node {
  if (node.owner === owner) {
    // Made by this change, and nobody has seen it: `readonly` binds everyone else.
    (node.slots as unknown[])[at] = value;
    return node;
  }
  return shaped(node, node.entryMap, node.childMap, node.slots.with(at, value), owner);
}

function entryToChild(node: Node, bit: number, at: number, child: Node, owner: number): Node {
  const entryMap = node.entryMap & ~bit;
  const childMap = node.childMap | bit;
  const childIndex = 2 * bitCount(entryMap) + countBelow(childMap, bit);
  const slots = node.slots.toSpliced(at, 2).toSpliced(childIndex, 0, child);
  return shaped(node, entryMap, childMap, slots, owner);
}

function childToEntry(node: Node, bit: number, child: Node, owner: number): Node {
  const entryMap = node.entryMap | bit;
  const at = 2 * countBelow(entryMap, bit);
  const slots = node.slots
    .toSpliced(childAt(node, bit), 1)
    .toSpliced(at, 0, child.slots[0], child.slots[1]);
  return shaped(node, entryMap, node.childMap & ~bit, slots, owner);
}

function visit(node: Node, run: (value: unknown, key: unknown) => void): void {
  const { slots } = node;
  const entryEnd = entrySlots(node);
  for (let i = 0; i < entryEnd; i += 2) run(slots[i + 1], slots[i]);
  for (let i = entryEnd; i < slots.length; i++) visit(slots[i] as Node, run);
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
