/** Keeps the last of the items that it is given. */
export class Last<T> {
  readonly #limit: number;
  #kept: T[] = [];

  /** @param limit how many it keeps */
  constructor(limit: number) {
    this.#limit = limit;
  }

  add(item: T): void {
    this.#kept.push(item);
    if (this.#kept.length >= 2 * this.#limit) this.#kept = this.items();
  }

  items(): T[] {
    return this.#kept.slice(-this.#limit);
  }
}
