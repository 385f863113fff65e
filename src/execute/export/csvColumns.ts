import { ExchangeError } from '../../errors/exchangeError.js';
import type { RowEntry, RowShape } from '../../plan/rows/rowShape.js';
import type { Json } from '../../value/scalarType.js';

/** An object of an answer, as it was written. */
export type JsonObject = Readonly<Record<string, Json>>;

/** A column of CSV: what stands above it, and where its value lies in a row. */
export interface CsvColumn {
  /** The response keys that lead to it, a dot between. */
  readonly name: string;
  readonly read: (row: JsonObject) => Json | undefined;
}

function isObject(value: Json | undefined): value is JsonObject & Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function columnsOf(entry: RowEntry): readonly CsvColumn[] {
  const { key, kind } = entry;
  switch (kind) {
    case 'value':
    case 'typename':
      return [{ name: key, read: (row) => row[key] }];
    case 'link':
      // Where it leads to nothing, all of its cells are empty.
      return csvColumns(entry.row).map(({ name, read }) => ({
        name: `${key}.${name}`,
        read: (row) => {
          const linked = row[key];
          return isObject(linked) ? read(linked) : null;
        },
      }));
    case 'manyLink':
      throw new ExchangeError(
        'BAD_USER_INPUT',
        `A row of CSV has a cell for each field; \`${key}\` leads to many rows. Ask for it as \`application/x-ndjson\`, or for them by themselves.`,
      );
  }
}

/**
 * The columns of rows of a shape, those of rows that one leads to among them.
 *
 * @throws {ExchangeError} BAD_USER_INPUT where one leads to many
 */
export function csvColumns({ entries }: RowShape): readonly CsvColumn[] {
  return entries.flatMap(columnsOf);
}
