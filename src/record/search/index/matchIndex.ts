import { valueCriteria, type Criteria } from '../criteria.js';

import type { ReadShape } from './indexBuilder.js';
import type { SegmentIndex } from './segmentIndex.js';

/** Rows of an index, ascending; `all` where every entry meets the criteria. */
export type Rows = 'all' | Uint32Array;

type Keeps = (row: number) => boolean;

const none = new Uint32Array();

/** Which rows have one of the codes; null where none of a segment's entries can. */
async function hasCode(
  index: SegmentIndex,
  column: string,
  isMeant: (value: string | null) => boolean,
): Promise<Keeps | null> {
  const values = (await index.json(`${column}.values`)) as readonly (string | null)[];
  const meant = new Set(values.flatMap((value, code) => (isMeant(value) ? [code] : [])));
  if (meant.size === 0) return null;
  const codes = await index.numbers(column);
  return (row) => meant.has(codes[row] ?? -1);
}

/** Which rows are of the time that is looked for; null where none can be. */
async function isInTime(index: SegmentIndex, { since, until }: Criteria): Promise<Keeps | null> {
  const { from, to } = index.about;
  const [first, end] = [Date.parse(since ?? ''), Date.parse(until ?? '')];
  if (to < first || from >= end) return null;
  const times = await index.times();
  return (row) => {
    const at = times[row] ?? Number.NaN;
    return !(at < first) && !(at >= end);
  };
}

/** The rows with an alert: about one subject, or about any. */
async function alertRows(index: SegmentIndex, subject: string | undefined): Promise<Uint32Array> {
  const subjects = (await index.json('subjects')) as readonly (readonly [string, number[]])[];
  const rows = subjects.flatMap(([of, found]) =>
    subject === undefined || of === subject ? found : [],
  );
  return Uint32Array.from(new Set(rows)).sort();
}

function hasRead(shape: string | null, resource: string, field: string | undefined): boolean {
  const reads = JSON.parse(shape ?? '[]') as ReadShape;
  return reads.some(
    ([name, fields]) => name === resource && (field === undefined || fields.includes(field)),
  );
}

/**
 * Finds the entries of a segment that meet the criteria, by its index alone. What is stated most closely is
 * looked at first, and a segment that has none of it is left at once.
 */
export async function matchIndex(index: SegmentIndex, criteria: Criteria): Promise<Rows> {
  const { entries } = index.about;
  const { subject, alerts, resource, field, since, until } = criteria;
  const kept: Keeps[] = [];
  let rows: Uint32Array | null = null;
  if (subject !== undefined || alerts) {
    rows = await alertRows(index, subject);
    if (rows.length === 0) return none;
  }
  if (since !== undefined || until !== undefined) {
    const keeps = await isInTime(index, criteria);
    if (!keeps) return none;
    kept.push(keeps);
  }
  for (const column of valueCriteria) {
    const meant = criteria[column];
    if (meant === undefined) continue;
    const isThere = await index.mentions(`${column}.values`, meant);
    const keeps = isThere && (await hasCode(index, column, (value) => value === meant));
    if (!keeps) return none;
    kept.push(keeps);
  }
  if (resource !== undefined) {
    const keeps = await hasCode(index, 'reads', (shape) => hasRead(shape, resource, field));
    if (!keeps) return none;
    kept.push(keeps);
  }
  if (kept.length === 0) return rows ?? 'all';
  const keeps = (row: number) => kept.every((one) => one(row));
  return (rows ?? Uint32Array.from({ length: entries }, (_, row) => row)).filter(keeps);
}
