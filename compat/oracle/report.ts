// Report: what was asked, where the answers differ, and which of that is allowed.

import { ALLOWED, type AllowedDifference } from './allowed.ts';
import { type Difference, shown } from './compare.ts';
import { type Exchange } from './pair.ts';
import { type Listener } from './side.ts';

interface Finding extends Difference {
  readonly listener: Listener;
  readonly origin: string;
  readonly request: string;
  readonly versions: Set<number>;
  count: number;
  readonly allowedBy: AllowedDifference | undefined;
}

const SHOWN_CHARACTERS = 400;

export class Report {
  /** `listener Api` → version → number of cases. */
  readonly #reach = new Map<string, Map<number, number>>();
  readonly #findings = new Map<string, Finding>();
  readonly #broken: string[] = [];
  readonly #leftOut: string[] = [];
  #caseCount = 0;

  add(exchange: Exchange, origin: string): void {
    const { listener, api, version } = exchange;
    const versions = this.#reach.getOrInsertComputed(`${listener} ${api}`, () => new Map());
    versions.set(version, (versions.get(version) ?? 0) + 1);
    this.#caseCount++;
    for (const difference of exchange.differences) {
      this.difference(difference, listener, version, origin, shown(exchange.request));
    }
  }

  difference(
    difference: Difference,
    listener: Listener,
    version: number,
    origin: string,
    request: string,
  ): void {
    const { path, kafka, samsa } = difference;
    // Elements without a partner are one finding, whatever is in them.
    const isElement = path.endsWith('[]');
    const said = isElement ? [kafka === 'absent'] : [generic(kafka), generic(samsa)];
    const key = [listener, path, ...said].join('\n');
    const finding = this.#findings.getOrInsertComputed(key, () => ({
      ...difference,
      listener,
      origin,
      request,
      versions: new Set<number>(),
      count: 0,
      allowedBy: ALLOWED.find((allowed) => covers(allowed, difference, request)),
    }));
    finding.versions.add(version);
    finding.count++;
  }

  leftOut(listener: Listener, api: string, reason: string): void {
    this.#leftOut.push(`${listener} ${api}: ${reason}`);
  }

  /** A flow that could not go on, mostly since the one before left the two in different states. */
  broken(flow: string, error: Error): void {
    this.#broken.push(`${flow}: ${error.message}`);
  }

  get isAlike(): boolean {
    return this.undeclared.length === 0 && this.#broken.length === 0;
  }

  get undeclared(): readonly Finding[] {
    return [...this.#findings.values()].filter(({ allowedBy }) => allowedBy === undefined);
  }

  print(print: (line: string) => void): void {
    print('reach (version×cases)');
    for (const [name, versions] of [...this.#reach].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      const cells = [...versions].toSorted(([a], [b]) => a - b);
      print(`  ${name}: ${cells.map(([version, count]) => `${version}×${count}`).join(' ')}`);
    }
    print('\nleft out of the generated requests');
    for (const line of this.#leftOut) print(`  ${line}`);
    const found = [...this.#findings.values()];
    const used = new Set(found.flatMap(({ allowedBy }) => allowedBy ?? []));
    print(`\nallowed differences met: ${used.size} of ${ALLOWED.length}`);
    for (const { path, reason } of used) print(`  ${path}: ${reason}`);
    for (const line of this.#broken) print(`\n✗ broken flow ${line}`);
    const { undeclared } = this;
    print(`\nundeclared differences: ${undeclared.length}`);
    for (const finding of undeclared.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
      const versions = [...finding.versions].toSorted((a, b) => a - b).join(',');
      print(
        `\n✗ ${finding.path} ${finding.where === '' ? '' : `at ${short(finding.where)}`} ${finding.listener} v${versions} ×${finding.count} (${finding.origin})`,
      );
      print(`    kafka   ${short(finding.kafka)}`);
      print(`    samsa   ${short(finding.samsa)}`);
      print(`    request ${short(finding.request)}`);
    }
  }

  /** The last line of a run. */
  summary(seed: number): string {
    const versionCount = [...this.#reach.values()].reduce((sum, { size }) => sum + size, 0);
    return JSON.stringify({
      oracle: this.isAlike ? 'alike' : 'different',
      seed,
      apis: this.#reach.size,
      apiVersions: versionCount,
      cases: this.#caseCount,
      allowed: this.#findings.size - this.undeclared.length,
      undeclared: this.undeclared.length,
      brokenFlows: this.#broken.length,
    });
  }
}

function covers(allowed: AllowedDifference, found: Difference, request: string): boolean {
  return (
    isPathOf(allowed.path, found.path) &&
    (allowed.kafka?.test(found.kafka) ?? true) &&
    (allowed.samsa?.test(found.samsa) ?? true) &&
    (allowed.request?.test(request) ?? true)
  );
}

function isPathOf(pattern: string, path: string): boolean {
  if (pattern === '*') return true;
  if (pattern.startsWith('**.')) return path.endsWith(pattern.slice(2));
  return pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
}

/** Values that differ only in names that a run makes up are one finding. */
function generic(text: string): string {
  return text.replaceAll(/[\w-]{22}|\bg\d+\b|-v\d+/g, '#');
}

function short(text: string): string {
  return text.length <= SHOWN_CHARACTERS ? text : `${text.slice(0, SHOWN_CHARACTERS)}…`;
}
