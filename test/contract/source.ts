import type { Column } from '../../src/source/column/column.js';
import type { Reading } from '../../src/source/column/reading.js';
import type { Connector } from '../../src/source/connector.js';
import type { SqlValue } from '../../src/source/row.js';
import type { ColumnShape, SourceShape } from '../../src/source/sourceShape.js';
import { type ArrayConnector } from '../support/inArrays.js';

/** The kinds of column that every source of SQL has, by what the suite keeps in them. */
export type PlainKind = 'integer' | 'key' | 'real' | 'date' | 'bytes';

/** What sources without a calendar, or with a lenient one, hold in a column of dates. */
export const zeroDays = [
  ...['0000-00-00', '2012-00-00', '2012-05-00', '1990-02-31', '1900-02-29', '0000-00-05'],
] as const;

/** Likewise with a time of day. */
export const zeroMoments = [
  ...['0000-00-00 00:00:00', '2012-00-00 01:02:03', '1990-02-31 10:00:00', '0000-00-05 10:00:00'],
] as const;

/** A column as it is declared at a source, and as its connector should then see it. */
export interface DeclaredColumn {
  readonly declared: string;
  readonly shape: ColumnShape;
  /** How much of it an index may hold, where the source cannot index the whole: `(3)`. */
  readonly prefix?: string;
}

/** A source under test, with its owner's hand on it. */
export interface TestSource {
  readonly connector: ArrayConnector;
  /** What connectors of other deadlines see. */
  open(timeout: number): ArrayConnector;
  run(sql: string): Promise<void>;
  /** How the source would run a statement, in its own words. */
  plan(sql: string, parameters: readonly SqlValue[]): Promise<string>;
  insert(table: string, rows: readonly (readonly SqlValue[])[]): Promise<void>;
  readonly quote: (identifier: string) => string;
  /** Holds a table against every reader until the returned function is called. */
  stall(table: string): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

/** What the suite must know of a kind of source. */
export interface SourceKind {
  readonly columns: Readonly<Record<PlainKind, DeclaredColumn>>;
  /** Text columns of several collations, by a name; each must behave as all others. */
  readonly texts: ReadonlyMap<string, DeclaredColumn>;
  /** What a column of dates may hold that is no day of the calendar. */
  readonly noDays: readonly string[];
  /** Likewise a column of days with a time of day. */
  readonly noMoments: readonly string[];
  /** Likewise a column of times of day. */
  readonly noTimes: readonly string[];
  /** Whether it can hold a text, or a day, at all. */
  readonly holds: (storage: 'TEXT' | 'DATE', value: string) => boolean;
  /** Declarations of decimals that keep all digits; null where the source has none. */
  readonly decimal: DeclaredColumn | null;
  /** Likewise of days with a time of day. */
  readonly moment: DeclaredColumn | null;
  /** Likewise of times of day. */
  readonly time: DeclaredColumn | null;
  /** How it has lists of texts, in columns of several collations; null where it has none. */
  readonly list: {
    readonly columns: ReadonlyMap<string, DeclaredColumn>;
    readonly write: (elements: readonly string[]) => SqlValue;
    readonly reading?: Reading;
  } | null;
  create(): Promise<TestSource>;
  /** A connector of a source that is not there. */
  absent(): Connector;
}

/** A column, as the catalog would take it from the shape of its source. */
export function columnOf(shape: SourceShape, table: string, name: string): Column {
  const found = shape.get(table)?.get(name);
  if (!found) throw new TypeError(`no column ${table}.${name}`);
  const { storage, nullable, exact, isSingle, isUnsigned, isYear, isUuid, scale, holdsNumbers } =
    found;
  return {
    name,
    storage,
    nullable,
    exact,
    ...(isSingle && { isSingle }),
    ...(isUnsigned && { isUnsigned }),
    ...(scale !== undefined && { scale }),
    ...(isYear && { isYear }),
    ...(isUuid && { isUuid }),
    ...(holdsNumbers && { holdsNumbers }),
  };
}
