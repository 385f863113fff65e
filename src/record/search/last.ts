/** Keeps the last of what it is shown. */
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
