import { withDeadline } from '../shared/withDeadline.js';
import type { Connector } from '../source/connector.js';
import type { SourceShape } from '../source/sourceShape.js';

interface Pace {
  /** Milliseconds. */
  readonly deadline: number;
  /** Milliseconds between two looks that errors ask for. */
  readonly pause: number;
}

const late = () => new Error('the source does not tell what it holds');

/** Looks at what one source holds, one look at a time, and tells each outcome. */
export class SourceLook {
  readonly #connector: Pick<Connector, 'shape'>;
  readonly #pace: Pace;
  readonly #saw: (shape: SourceShape | null) => void;
  #underWay: Promise<void> | null = null;
  /** Whoever makes this has just read what the source holds. */
  #begunAt = performance.now();
  #timer: NodeJS.Timeout | undefined;

  /** @param saw is given null where the source could not be looked at */
  constructor(
    connector: Pick<Connector, 'shape'>,
    pace: Pace,
    saw: (shape: SourceShape | null) => void,
  ) {
    this.#connector = connector;
    this.#pace = pace;
    this.#saw = saw;
  }

  /** A look that began after this was called has ended when this resolves. */
  async now(): Promise<void> {
    // What is under way may have read before whatever the caller means.
    await this.#underWay;
    this.#underWay ??= this.#look().finally(() => {
      this.#underWay = null;
    });
    await this.#underWay;
  }

  /** Looks at once; where it looked a moment ago, when the pause is over. */
  soon(): void {
    if (this.#timer) return;
    const wait = Math.max(0, this.#begunAt + this.#pace.pause - performance.now());
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.now();
    }, wait);
    this.#timer.unref();
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  async #look(): Promise<void> {
    this.#begunAt = performance.now();
    try {
      const shape = await withDeadline(this.#connector.shape(), this.#pace.deadline, late);
      this.#saw(shape);
    } catch {
      // What the driver says may hold statements and hosts, and says no more than this.
      this.#saw(null);
    }
  }
}
