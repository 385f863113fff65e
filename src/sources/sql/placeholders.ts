import type { Parameter } from '../../source/column/parameter.js';

/** The parameters of a statement, in the order of their placeholders in its text. */
export class Placeholders {
  readonly parameters: Parameter[] = [];
  readonly #write: (number: number) => string;

  /** @param write writes a placeholder, by its number from 1: `?`, or `$1` */
  constructor(write: (number: number) => string) {
    this.#write = write;
  }

  /**
   * Adds a parameter and gives its placeholder. The caller must write placeholders in the order in
   * which they were added.
   */
  add(parameter: Parameter): string {
    return this.#write(this.parameters.push(parameter));
  }
}
