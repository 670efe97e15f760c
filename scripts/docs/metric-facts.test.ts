import assert from 'node:assert/strict';
import { test } from 'node:test';

import { RunningNode } from '../../packages/server/test/running-node.ts';
import { METRIC_FACTS } from './metric-facts.ts';

function line(name: string, tags: readonly string[], kind: string): string {
  return `${name} (${tags.toSorted().join(', ')}) ${kind}`;
}

test('docs/metrics.md has the metrics of a running node, with their tags and kinds', async () => {
  const node = await RunningNode.start();
  const registered = new Map<string, { readonly tags: Set<string>; readonly kind: string }>();
  try {
    await node.createTopic('t');
    await node.produce('t', ['a']);
    for (const { name, kind } of node.node.metrics.all()) {
      const key = `${name.group}:${name.type}:${name.name}`;
      const entry = registered.get(key) ?? { tags: new Set<string>(), kind };
      for (const tag of Object.keys(name.tags ?? {})) entry.tags.add(tag);
      registered.set(key, entry);
    }
  } finally {
    await node.stop();
  }
  const found = [...registered].map(([name, { tags, kind }]) => line(name, [...tags], kind));
  const told = METRIC_FACTS.filter(({ isOfProcess }) => isOfProcess !== true).map((fact) =>
    line(`${fact.group}:${fact.type}:${fact.name}`, fact.tags ?? [], fact.kind),
  );
  assert.deepEqual(told.toSorted(), found.toSorted());
});
