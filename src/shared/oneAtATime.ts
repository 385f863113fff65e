import { withDeadline } from './withDeadline.js';

/** Does things of one kind one after the other, each within a time that its turn is waited for in too. */
export class OneAtATime {
  readonly #milliseconds: number;
  readonly #late: () => Error;
  #last: Promise<unknown> = Promise.resolve();

  /** @param late makes the error of what took too long */
  constructor(milliseconds: number, late: () => Error) {
    this.#milliseconds = milliseconds;
    this.#late = late;
  }

  /** @throws {Error} what `late` makes, or `act` throws. What nobody waits for by its turn is not begun. */
  run<T>(act: () => Promise<T>): Promise<T> {
    const end = performance.now() + this.#milliseconds;
    const acted = this.#last.then(() => {
      const left = end - performance.now();
      if (left < 1) throw this.#late(); // a timer counts whole milliseconds
      return withDeadline(act(), left, this.#late);
    });
    this.#last = acted.catch(() => undefined);
    return withDeadline(acted, this.#milliseconds, this.#late);
  }
}
