// Histogram: the spread of a value, in buckets whose width is an eighth of their power of two, so
// that every quantile is right to 12.5 % and a record is two array steps.

const SUB_BUCKETS = 8;
const POWERS = 54;

export class Histogram {
  readonly #buckets = new Float64Array(POWERS * SUB_BUCKETS);
  #count = 0;
  #sum = 0;
  #max = 0;

  get count(): number {
    return this.#count;
  }

  get sum(): number {
    return this.#sum;
  }

  get max(): number {
    return this.#max;
  }

  get mean(): number {
    return this.#count === 0 ? 0 : this.#sum / this.#count;
  }

  /** @param value  not negative; below 1 it counts as 0 for quantiles */
  record(value: number): void {
    this.#count++;
    this.#sum += value;
    if (value > this.#max) this.#max = value;
    this.#buckets[bucketOf(value)]! += 1; // bucketOf stays inside the array
  }

  /** The value that a share `q` of all records does not exceed, to 12.5 %. */
  quantile(q: number): number {
    if (this.#count === 0) return 0;
    let left = Math.ceil(q * this.#count);
    for (let bucket = 0; bucket < this.#buckets.length; bucket++) {
      left -= this.#buckets[bucket]!; // inside the array
      if (left <= 0) return Math.min(upperBoundOf(bucket), this.#max);
    }
    return this.#max;
  }
}

function bucketOf(value: number): number {
  if (value < 1) return 0;
  const power = Math.min(POWERS - 1, Math.floor(Math.log2(value)));
  const within = Math.min(SUB_BUCKETS - 1, Math.floor((value / 2 ** power - 1) * SUB_BUCKETS));
  return power * SUB_BUCKETS + within;
}

function upperBoundOf(bucket: number): number {
  const power = Math.floor(bucket / SUB_BUCKETS);
  return 2 ** power * (1 + ((bucket % SUB_BUCKETS) + 1) / SUB_BUCKETS);
}
