/**
 * Why a value could not be told: its source holds what its field's type does not. It names the field for
 * the log, and never the value.
 */
export class ValueMismatch extends Error {
  /** The field, as `Type.field`. */
  readonly field: string;

  constructor(field: string) {
    super(`the source holds what is of another type than ${field}`);
    this.name = 'ValueMismatch';
    this.field = field;
  }
}
