import type { ColumnShape, SourceShape } from '../../source/sourceShape.js';

/** The most bytes that a character has in UTF-8. */
const bytesOfCharacter = 4;
/** The most bytes that a document of JSON may have. */
const mostOfJson = 65_536;

/** The characters that a text is declared to have at most, as SQLite tells them. */
function declaredLength({ length, type = '' }: ColumnShape): number | undefined {
  const [, stated] = /\(([0-9]+)\)$/.exec(type) ?? [];
  return length ?? (stated === undefined ? undefined : Number(stated));
}

/** The bytes up to which a value of a column is fetched; undefined where none can have more. */
function boundOf(shape: ColumnShape, most: number): number | undefined {
  if (shape.storage === 'JSON') return Math.min(most, mostOfJson);
  if (shape.storage === 'LIST') return most;
  // What is declared to hold days, or ids, is small.
  if (shape.storage !== 'TEXT' || shape.isUuid || shape.holdsNumbers) return undefined;
  const length = declaredLength(shape);
  return length !== undefined && length * bytesOfCharacter <= most ? undefined : most;
}

/** Bounds the columns of a source whose declaration does not keep their values small. */
export function boundedShape(shape: SourceShape, most: number): SourceShape {
  if (most === Infinity) return shape;
  return new Map(
    [...shape].map(([table, columns]) => [
      table,
      new Map(
        [...columns].map(([name, column]) => {
          const bound = boundOf(column, most);
          return [name, bound === undefined ? column : { ...column, bound }];
        }),
      ),
    ]),
  );
}
