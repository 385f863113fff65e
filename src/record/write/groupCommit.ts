/** Milliseconds. */
const patience = 3;

/**
 * Lets a write wait a moment for entries that may go out with it (group commit; compare PostgreSQL's
 * `commit_delay`), since to make one durable takes as much CPU time as to answer a small request.
 *
 * It waits for as many entries as there are requests under way. A lone request waits for nobody.
 */
export class GroupCommit {
  #here = 0;
  #underWay = 0;
  #end: (() => void) | null = null;

  /**
   * @param here entries that wait to be written
   * @param underWay requests that are being handled, those of these entries among them
   */
  joined(here: number, underWay: number): void {
    this.#here = here;
    this.#underWay = underWay;
    if (here >= underWay) this.#end?.();
  }

  /** Resolves once all have come, or patience is at an end. */
  async complete(): Promise<void> {
    if (this.#here >= this.#underWay) return;
    await new Promise<void>((settle) => {
      const timer = setTimeout(settle, patience);
      this.#end = () => {
        clearTimeout(timer);
        settle();
      };
    });
    this.#end = null;
  }
}
