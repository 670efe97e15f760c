// VersionRange: a run of versions, in the schema's notation `3`, `0-12`, `9+` or `none`.

export interface VersionRange {
  readonly min: number;
  /** Inclusive; Infinity for an open range. Below `min` when the range is empty. */
  readonly max: number;
}

export const NO_VERSIONS: VersionRange = { min: 0, max: -1 };

export function parseVersions(text: string): VersionRange {
  if (text === 'none') return NO_VERSIONS;
  const match = /^(\d+)(?:(\+)|-(\d+))?$/.exec(text);
  if (match === null) throw new Error(`not a version range: '${text}'`);
  const min = Number(match[1]);
  if (match[2] !== undefined) return { min, max: Infinity };
  return { min, max: match[3] === undefined ? min : Number(match[3]) };
}

export function isEmpty(range: VersionRange): boolean {
  return range.max < range.min;
}

export function intersect(a: VersionRange, b: VersionRange): VersionRange {
  return { min: Math.max(a.min, b.min), max: Math.min(a.max, b.max) };
}

export function includes(range: VersionRange, version: number): boolean {
  return version >= range.min && version <= range.max;
}

export function covers(outer: VersionRange, inner: VersionRange): boolean {
  return isEmpty(inner) || (outer.min <= inner.min && outer.max >= inner.max);
}

/**
 * The test that a version lies in `range`, given that it lies in `within`.
 *
 * @returns `true`, `false`, or an expression over `version`
 */
export function versionTest(range: VersionRange, within: VersionRange): string {
  const common = intersect(range, within);
  if (isEmpty(common)) return 'false';
  const tests: string[] = [];
  if (common.min === common.max && common.min > within.min && common.max < within.max) {
    return `version === ${common.min}`;
  }
  if (common.min > within.min) tests.push(`version >= ${common.min}`);
  if (common.max < within.max) tests.push(`version <= ${common.max}`);
  return tests.length === 0 ? 'true' : tests.join(' && ');
}

/** The test that a version lies outside `range`, given that it lies in `within`. */
export function outsideTest(range: VersionRange, within: VersionRange): string {
  const common = intersect(range, within);
  if (isEmpty(common)) return 'true';
  const tests: string[] = [];
  if (common.min > within.min) tests.push(`version < ${common.min}`);
  if (common.max < within.max) tests.push(`version > ${common.max}`);
  return tests.length === 2 ? `(${tests.join(' || ')})` : (tests[0] ?? 'false');
}

export function versionText(range: VersionRange): string {
  if (isEmpty(range)) return 'none';
  if (range.max === Infinity) return `${range.min}+`;
  return range.min === range.max ? `${range.min}` : `${range.min}-${range.max}`;
}
