import { ExchangeError } from '../../errors/exchangeError.js';
import type { ExportLimits } from '../exchangeLimits.js';

/** Bounds the exports that are under way at once. */
export class ExportSlots {
  readonly #limits: ExportLimits;
  readonly #byAsker = new Map<string, number>();
  #count = 0;

  constructor(limits: ExportLimits) {
    this.#limits = limits;
  }

  /**
   * Takes a place for one more export.
   *
   * @returns gives the place back, once
   * @throws {ExchangeError} QUOTA_EXCEEDED where the client has as many as it may, else NOT_READY
   */
  take(asker: string): () => void {
    const { maxExports, maxExportsOfClient } = this.#limits;
    const own = this.#byAsker.get(asker) ?? 0;
    if (own >= maxExportsOfClient) {
      throw new ExchangeError(
        'QUOTA_EXCEEDED',
        `A client has at most ${maxExportsOfClient} exports under way at once; this would be one more.`,
      );
    }
    if (this.#count >= maxExports) {
      throw new ExchangeError(
        'NOT_READY',
        `At most ${maxExports} exports are under way at once; try again when one has ended.`,
      );
    }
    this.#byAsker.set(asker, own + 1);
    this.#count += 1;
    let isTaken = true;
    return () => {
      if (!isTaken) return;
      isTaken = false;
      this.#count -= 1;
      const left = (this.#byAsker.get(asker) ?? 1) - 1;
      if (left > 0) this.#byAsker.set(asker, left);
      else this.#byAsker.delete(asker);
    };
  }
}
