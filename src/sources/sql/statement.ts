import type { Parameter } from '../../plan/filter.js';

/** A statement in the language of its source, with its parameters in the order of their places. */
export interface Statement {
  readonly sql: string;
  readonly parameters: readonly Parameter[];
}
