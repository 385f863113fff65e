import type { Filter, Parameter } from '../../plan/filter.js';

import type { Dialect } from './dialect.js';

/** What a filter is compiled with; the parameters are added to in the order of their places. */
export interface FilterContext {
  readonly dialect: Dialect;
  readonly table: string;
  readonly parameters: Parameter[];
}

/**
 * A filter as an SQL condition. SQL's logic has three values and the filter's has two, yet a row
 * passes under both alike: a comparison with null is null where the filter's is unmet, AND and OR
 * of such are true under the one exactly where they are met under the other (neither turns a null
 * into a true), and NOT, which would tell null from false, is written IS NOT TRUE.
 */
export function compileFilter(filter: Filter, context: FilterContext): string {
  switch (filter.kind) {
    case 'everything':
      return 'TRUE';
    case 'nothing':
      return 'FALSE';
    case 'compare': {
      const { sql, parameters } = context.dialect.compare(filter, context.table);
      for (const parameter of parameters) context.parameters.push(parameter);
      return sql;
    }
    case 'isNull':
      return `${context.dialect.quote(filter.column.name)} IS NULL`;
    case 'and':
      return filter.of.map((part) => compilePart(part, context)).join(' AND ') || 'TRUE';
    case 'or':
      return filter.of.map((part) => compilePart(part, context)).join(' OR ') || 'FALSE';
    case 'not':
      return `(${compileFilter(filter.of, context)}) IS NOT TRUE`;
    default:
      return filter satisfies never;
  }
}

/** A filter as one of several that AND or OR holds together. */
function compilePart(filter: Filter, context: FilterContext): string {
  const sql = compileFilter(filter, context);
  return filter.kind === 'and' || filter.kind === 'or' ? `(${sql})` : sql;
}
