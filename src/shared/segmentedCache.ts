import { LRUCache } from 'lru-cache';

interface Held<Value> {
  readonly value: Value;
  readonly size: number;
}

/** The part of the bound that what came once may take. */
const ofNewcomers = 0.25;

/**
 * Values by key, bounded by their size together (a segmented LRU). What was asked for again is kept apart from
 * what came once: whoever asks for many things once does not push out what others use.
 */
export class SegmentedCache<Key extends string | object, Value extends object> {
  readonly #once: LRUCache<Key, Held<Value>>;
  readonly #again: LRUCache<Key, Held<Value>>;

  /** @param maxSize how large the values may be together, in the unit of their sizes; from 2 on */
  constructor(maxSize: number) {
    const once = Math.ceil(maxSize * ofNewcomers);
    const sizeOf = ({ size }: Held<Value>) => size;
    // Under a bound of size, no places are allocated beforehand.
    this.#once = new LRUCache({ maxSize: once, sizeCalculation: sizeOf });
    this.#again = new LRUCache({
      maxSize: maxSize - once,
      sizeCalculation: sizeOf,
      // What has to leave is a newcomer once more.
      disposeAfter: (held, key, reason) => {
        if (reason === 'evict') this.#once.set(key, held);
      },
    });
  }

  get(key: Key): Value | undefined {
    const known = this.#again.get(key);
    if (known) return known.value;
    const held = this.#once.get(key);
    if (!held) return undefined;
    this.#once.delete(key);
    this.#again.set(key, held);
    return held.value;
  }

  /** Whether there was one to be dropped. */
  delete(key: Key): boolean {
    const isOfAgain = this.#again.delete(key);
    return this.#once.delete(key) || isOfAgain;
  }

  /** Keeps a value under a key that has none; one beyond a part of the bound is not kept. */
  set(key: Key, value: Value, size: number): void {
    this.#again.delete(key);
    this.#once.set(key, { value, size: Math.max(1, Math.ceil(size)) });
  }
}
