/** Remembers who uses a name, so that no second type uses it. */
export class Reservations {
  readonly #holders = new Map<string, string>();

  /** Reserves a name; returns its holder if another has it already. */
  reserve(name: string, holder: string): string | undefined {
    const known = this.#holders.get(name);
    if (known === undefined) this.#holders.set(name, holder);
    return known;
  }
}
