import { LRUCache } from 'lru-cache';

interface Held<Value> {
  readonly value: Value;
  readonly size: number;
}

/** The part of the bound that is left to what came once. */
const ofNewcomers = 0.25;

/**
 * Values by key, bounded by their size together (a segmented LRU). What was asked for again is kept apart from
 * what came once, which has the room that the other leaves: whoever asks for many things once does not push out
 * what others use.
 */
export class SegmentedCache<Key extends string | object, Value extends object> {
  readonly #maxSize: number;
  readonly #once: LRUCache<Key, Held<Value>>;
  readonly #again: LRUCache<Key, Held<Value>>;

  /** @param maxSize how large the values may be together, in the unit of their sizes; from 2 on */
  constructor(maxSize: number) {
    this.#maxSize = maxSize;
    const sizeCalculation = ({ size }: Held<Value>) => size;
    // Under a bound of size, no places are allocated beforehand.
    this.#once = new LRUCache({ maxSize, sizeCalculation });
    this.#again = new LRUCache({
      maxSize: maxSize - Math.ceil(maxSize * ofNewcomers),
      sizeCalculation,
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

  /** Keeps a value under a key that has none; one beyond the newcomers' part of the bound is not kept. */
  set(key: Key, value: Value, size: number): void {
    this.#again.delete(key);
    const held = { value, size: Math.max(1, Math.ceil(size)) };
    if (held.size > Math.ceil(this.#maxSize * ofNewcomers)) return;
    this.#once.set(key, held);
    while (this.#once.calculatedSize + this.#again.calculatedSize > this.#maxSize) this.#once.pop();
  }
}
