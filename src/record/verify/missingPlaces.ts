/** Places of the record that were passed over, one after the other. */
interface Gap {
  readonly from: number;
  readonly to: number;
  /** The line at which it showed. */
  readonly line: number;
}

/** The places of which no line has been found yet. They are dropped, unless their line turns up later. */
export class MissingPlaces {
  #gaps: readonly Gap[] = [];

  get gaps(): readonly Gap[] {
    return this.#gaps;
  }

  add(from: number, to: number, line: number): void {
    if (from <= to) this.#gaps = [...this.#gaps, { from, to, line }];
  }

  /** Takes out a place whose line has turned up; false where none was missing there. */
  take(place: number): boolean {
    const gap = this.#gaps.find(({ from, to }) => from <= place && place <= to);
    if (!gap) return false;
    const { from, to, line } = gap;
    const rest = [
      { from, to: place - 1, line },
      { from: place + 1, to, line },
    ].filter((part) => part.from <= part.to);
    this.#gaps = this.#gaps.flatMap((known) => (known === gap ? rest : [known]));
    return true;
  }
}
