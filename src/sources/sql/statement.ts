import type { Parameter } from '../../source/column/parameter.js';

/**
 * A statement in the language of its source, with the parameters in the order of their
 * placeholders.
 */
export interface Statement {
  readonly sql: string;
  readonly parameters: readonly Parameter[];
}
