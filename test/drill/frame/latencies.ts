/** What requests took, in milliseconds. */
export class Latencies {
  readonly #sorted: Float64Array;

  constructor(values: readonly number[]) {
    this.#sorted = Float64Array.from(values).sort();
  }

  get count(): number {
    return this.#sorted.length;
  }

  /** The time within which so many of 100 came; NaN where none came. */
  percentile(hundredths: number): number {
    const at = Math.ceil((this.#sorted.length * hundredths) / 100) - 1;
    return this.#sorted[Math.max(at, 0)] ?? Number.NaN;
  }
}
