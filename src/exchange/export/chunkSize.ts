import type { BoundList } from '../../plan/page/boundList.js';
import type { RowShape } from '../../plan/rows/rowShape.js';

/** The bytes of a chunk that sizes aim at. */
const wanted = 524_288;
/** Rows of the first chunk, of whose length nothing is known. */
const first = 500;
/** A chunk grows at most so many times the one before. */
const growth = 4;

/**
 * Tells how many rows the next chunk has. It follows from the bytes that have left, since its borders are
 * seen: nothing that is hidden moves them.
 */
export class ChunkSize {
  readonly #most: number;
  #rows: number;

  /** @param list of the export, of which the page is the largest chunk */
  constructor(list: BoundList, shape: RowShape) {
    // What is masked, or not shown, may be much larger than what leaves of it.
    const shown = new Set(
      shape.entries.flatMap((entry) =>
        entry.kind === 'value' && entry.form.kind === 'CLEAR' ? entry.field.column.name : [],
      ),
    );
    const mayHideMuch = list.columns.some(
      ({ name, bound }) => bound !== undefined && !shown.has(name),
    );
    this.#most = mayHideMuch ? Math.min(first, list.page.size) : list.page.size;
    this.#rows = Math.min(first, this.#most);
  }

  get rows(): number {
    return this.#rows;
  }

  /** To be told of each chunk: how many rows it had, and how many bytes. */
  left(rows: number, bytes: number): void {
    if (rows === 0 || bytes === 0) return;
    const fitting = Math.floor((rows * wanted) / bytes);
    this.#rows = Math.max(1, Math.min(fitting, this.#rows * growth, this.#most));
  }
}
