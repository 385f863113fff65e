import type { AgencyCode, SourceName } from '../../shared/brand.js';

/**
 * What of a resource a column serves. Without one that only holds a value, the rest can be answered;
 * without any other, nothing can.
 */
export type DriftRole = 'VALUE' | 'TABLE' | 'KEY' | 'SUBJECT' | 'MINORS' | 'LINK' | 'PAGES';

/** A column that can no longer be read as the catalog says; of `TABLE`, all of its columns. */
export interface Drift {
  readonly agency: AgencyCode;
  readonly source: SourceName;
  readonly resource: string;
  readonly role: DriftRole;
  /** Null where the table is gone, and for the order of pages. */
  readonly field: string | null;
  /** The table's name where the table is gone. */
  readonly column: string;
  /** A sentence about the column, without its name. */
  readonly why: string;
}

/** Whether nothing of the resource can be answered because of it. */
export function closesResource({ role }: Pick<Drift, 'role'>): boolean {
  return role !== 'VALUE';
}
