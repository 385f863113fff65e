import { LRUCache } from 'lru-cache';

/** Values by key, each made when it is first asked for. Those not asked for the longest are dropped. */
export class Memo<Key extends string, Value extends object> {
  readonly #values: LRUCache<Key, Value>;

  /**
   * @param max how many values are kept
   * @param maxSize how large they may be together, where values differ in size
   */
  constructor(max: number, maxSize?: number) {
    // Under `max` the cache allocates all its places at once; under a bound of size, none beforehand.
    this.#values = new LRUCache(maxSize === undefined ? { maxSize: max } : { max, maxSize });
  }

  get(key: Key, make: () => Value, size = 1): Value {
    const known = this.#values.get(key);
    if (known !== undefined) return known;
    const value = make();
    this.#values.set(key, value, { size });
    return value;
  }
}
