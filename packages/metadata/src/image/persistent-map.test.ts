import assert from 'node:assert/strict';
import { test } from 'node:test';

import fc from 'fast-check';

import { type MapChange, type MapKey, PersistentMap } from './persistent-map.ts';

/** Few enough to be hit again; the large ones have the whole hash of a small one. */
const someKey: fc.Arbitrary<MapKey> = fc.oneof(
  fc.integer({ min: 0, max: 40 }),
  fc.constantFrom(2 ** 32, 2 ** 32 + 1, 2 ** 33, 2 ** 33 + 1, 32, 64, 1024, 2 ** 20, 2 ** 30),
  fc.string({ maxLength: 2 }),
);

const someChange = fc.record({ key: someKey, value: fc.option(fc.integer()) });

test('after any changes the map holds what a plain map holds', () => {
  fc.assert(
    fc.property(fc.array(someChange, { minLength: 100, maxLength: 300 }), (changes) => {
      const model = new Map<MapKey, number>();
      let map = PersistentMap.empty<MapKey, number>();
      for (const { key, value } of changes) {
        if (value === null) {
          model.delete(key);
          map = map.without(key);
        } else {
          model.set(key, value);
          map = map.with(key, value);
        }
      }
      assert.equal(map.size, model.size);
      assert.deepEqual(new Map(map), model);
      for (const [key, value] of model) assert.equal(map.get(key), value);
      for (const { key } of changes) assert.equal(map.has(key), model.has(key));
    }),
  );
});

test('many changes at once give what one after the other gives', () => {
  fc.assert(
    fc.property(
      fc.array(someChange, { maxLength: 100 }),
      fc.array(someChange, { minLength: 50, maxLength: 200 }),
      (before, changes) => {
        const base = PersistentMap.of(
          before.map(({ key, value }): [MapKey, number] => [key, value ?? 0]),
        );
        const content = [...base];
        let oneByOne = base;
        const atOnce = base.changed((map) => {
          for (const { key, value } of changes) {
            oneByOne = value === null ? oneByOne.without(key) : oneByOne.with(key, value);
            if (value === null) map.delete(key);
            else map.set(key, value);
          }
        });
        assert.equal(atOnce.size, oneByOne.size);
        assert.deepEqual(new Map(atOnce), new Map(oneByOne));
        assert.deepEqual([...base], content);
        const visited: unknown[] = [];
        atOnce.forEach((value, key) => visited.push([key, value]));
        assert.deepEqual(visited, [...atOnce]);
      },
    ),
  );
});

test('a change that is finished can no longer be used', () => {
  let late: MapChange<string, number> | undefined;
  PersistentMap.empty<string, number>().changed((map) => {
    late = map;
  });
  assert.throws(() => late?.set('a', 1), /finished/);
});

test('a copy never changes what it was made from', () => {
  fc.assert(
    fc.property(fc.array(someChange, { maxLength: 50 }), someChange, (changes, { key, value }) => {
      const map = PersistentMap.of(
        changes.map((change): [MapKey, number] => [change.key, change.value ?? 0]),
      );
      const before = [...map];
      map.with(key, value ?? 0);
      map.without(key);
      assert.deepEqual([...map], before);
    }),
  );
});

test('equal contents iterate in one order, whatever happened before', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string({ maxLength: 3 })),
      fc.array(fc.string()),
      (keys, gone) => {
        const straight = PersistentMap.of(keys.map((key): [string, number] => [key, 1]));
        let roundabout = PersistentMap.of(
          [...gone, ...keys.toReversed()].map((key): [string, number] => [key, 1]),
        );
        for (const key of gone) if (!keys.includes(key)) roundabout = roundabout.without(key);
        assert.deepEqual([...roundabout.keys()], [...straight.keys()]);
      },
    ),
  );
});

test('changing nothing gives the same map', () => {
  const map = PersistentMap.of<string, number>([['a', 1]]);
  assert.equal(map.with('a', 1), map);
  assert.equal(map.without('b'), map);
});
