import { SegmentedCache } from './segmentedCache.js';

/** Values by key, each made when it is first asked for, and bounded by their size together. */
export class Memo<Key extends string | object, Value extends object> {
  readonly #values: SegmentedCache<Key, Value>;
  readonly #sizeOf: (value: Value) => number;

  /**
   * @param maxSize how large the values may be together
   * @param sizeOf in the same unit; where it is not stated, values are counted
   */
  constructor(maxSize: number, sizeOf: (value: Value) => number = () => 1) {
    this.#values = new SegmentedCache(maxSize);
    this.#sizeOf = sizeOf;
  }

  get(key: Key, make: () => Value): Value {
    const known = this.#values.get(key);
    if (known !== undefined) return known;
    const value = make();
    this.#values.set(key, value, this.#sizeOf(value));
    return value;
  }
}
