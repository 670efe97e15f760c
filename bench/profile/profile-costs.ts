// Reads a processor profile of V8 and says which functions the time went to.

import { readFileSync } from 'node:fs';

import { formatTable } from '../table.ts';

interface ProfileNode {
  readonly id: number;
  readonly callFrame: {
    readonly functionName: string;
    readonly url: string;
    readonly lineNumber: number;
  };
  readonly children?: readonly number[];
}

interface Profile {
  readonly nodes: readonly ProfileNode[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

export interface Cost {
  /** File, line and function; with the function of ours that called it, where it is of others. */
  readonly where: string;
  /** Shares of the time in which the process was not idle. */
  readonly self: number;
  /** What it called included; a function on the stack twice counts once. */
  readonly total: number;
}

const IDLE = new Set(['(idle)', '(root)']);
const SHOWN = 40;

/** All functions of the profile, the costliest by self time first. */
export function costsOf(path: string): Cost[] {
  const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(path, 'utf8')) as Profile;
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const selfByNode = new Map<number, number>();
  let busy = 0;
  samples.forEach((id, index) => {
    if (IDLE.has(byId.get(id)?.callFrame.functionName ?? '')) return;
    const delta = timeDeltas[index] ?? 0;
    busy += delta;
    selfByNode.set(id, (selfByNode.get(id) ?? 0) + delta);
  });

  const self = new Map<string, number>();
  const total = new Map<string, number>();
  const onStack = new Set<string>();
  const visit = (node: ProfileNode, caller: string): number => {
    const isOurs = node.callFrame.url.includes('/packages/');
    const where = isOurs ? placeOf(node) : `${placeOf(node)}${caller}`;
    const callerOfNext = isOurs ? ` ← ${where}` : caller;
    const isOutermost = !onStack.has(where);
    onStack.add(where);
    const own = selfByNode.get(node.id) ?? 0;
    let whole = own;
    for (const child of node.children ?? []) {
      const called = byId.get(child);
      if (called !== undefined) whole += visit(called, callerOfNext);
    }
    self.set(where, (self.get(where) ?? 0) + own);
    if (isOutermost) {
      onStack.delete(where);
      total.set(where, (total.get(where) ?? 0) + whole);
    }
    return whole;
  };
  const [root] = nodes;
  if (root !== undefined) visit(root, '');
  return [...self]
    .map(([where, time]) => ({
      where,
      self: time / busy,
      total: (total.get(where) ?? 0) / busy,
    }))
    .sort((a, b) => b.self - a.self);
}

export function costTable(costs: readonly Cost[]): string {
  return formatTable(
    ['function', 'self', 'with what it calls'],
    costs.slice(0, SHOWN).map(({ where, self, total }) => [where, percent(self), percent(total)]),
  );
}

function placeOf({ callFrame: { functionName, url, lineNumber } }: ProfileNode): string {
  const name = functionName === '' ? '(anonymous)' : functionName;
  if (url === '') return name;
  const file = url.replace(/^.*\/(?:packages|node_modules)\//, '').replace('/src/', '/');
  return `${file}:${lineNumber + 1} ${name}`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
