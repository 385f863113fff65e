import { LRUCache } from 'lru-cache';

/** Values by key, made when first asked for; the least recently asked for are forgotten. */
export class Memo<Key extends string, Value extends object> {
  readonly #values: LRUCache<Key, Value>;

  /** @param maxSize where values differ in size, the most that all may come to */
  constructor(max: number, maxSize?: number) {
    // What is bounded by `max` has its places laid out beforehand, all of them.
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
