import type { EntryDraft } from './entryDraft.js';

/** The requests that are being handled and are not yet on record. */
export class UnderWay {
  readonly #drafts = new Set<EntryDraft>();
  #ended: () => void = () => undefined;

  get count(): number {
    return this.#drafts.size;
  }

  begin(draft: EntryDraft): void {
    this.#drafts.add(draft);
  }

  end(draft: EntryDraft): void {
    if (this.#drafts.delete(draft) && this.#drafts.size === 0) this.#ended();
  }

  /** Resolves once there are none. */
  async none(): Promise<void> {
    if (this.#drafts.size === 0) return;
    await new Promise<void>((settle) => {
      this.#ended = settle;
    });
  }
}
