import type { Column } from '../../source/column/column.js';

/** A column of citizens' numbers, read as the days of birth that they hold. */
export function birthColumn(column: Column): Column {
  return {
    ...column,
    nullable: true,
    eitherCase: false,
    calendar: 'DAY',
    reading: { kind: 'birth' },
  };
}
