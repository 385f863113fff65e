import { LRUCache } from 'lru-cache';

/** Values by key, made when first asked for; the least recently asked for are forgotten. */
export class Remembered<Key extends string, Value extends object> {
  readonly #values: LRUCache<Key, Value>;

  constructor(max: number) {
    this.#values = new LRUCache({ max });
  }

  get(key: Key, make: () => Value): Value {
    const known = this.#values.get(key);
    if (known !== undefined) return known;
    const value = make();
    this.#values.set(key, value);
    return value;
  }
}
