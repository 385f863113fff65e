import { ChinaCalendar } from '../../shared/chinaCalendar.js';
import type { Entry } from '../entry/entry.js';

/** What uses are counted by: the fields that were read, or the operations that read them. */
export const useKinds = ['field', 'operation'] as const;
export type UseKind = (typeof useKinds)[number];

/** How often something was read under one grant in one day. */
export interface CountedUse {
  /** In China, as YYYY-MM-DD. */
  readonly day: string;
  /** Null for the public, which has none. */
  readonly grant: string | null;
  /** `Type.field`, or the hash of an operation. */
  readonly of: string;
  /** Answers, and chunks of exports. */
  readonly answers: number;
  /** The rows of all of them together. */
  readonly rows: number;
}

/** What an entry reads, with how many rows. */
function readBy(
  { reads, operation }: Entry,
  kind: UseKind,
): readonly (readonly [string, number])[] {
  if (kind === 'operation') {
    const rows = reads.reduce((sum, read) => sum + read.rows, 0);
    return reads.length > 0 && operation !== null ? [[operation, rows]] : [];
  }
  return reads.flatMap(({ resource, fields, rows }) =>
    Object.keys(fields).map((field) => [`${resource}.${field}`, rows] as const),
  );
}

/** Counts what entries read: by day, by grant, and by field or operation. */
export class UseCounter {
  readonly #kind: UseKind;
  readonly #calendar = new ChinaCalendar();
  readonly #uses = new Map<string, CountedUse>();

  constructor(kind: UseKind) {
    this.#kind = kind;
  }

  add(entry: Entry): void {
    // The beginning and the end of an export bring no rows.
    if (entry.export && entry.export.step !== 'CHUNK') return;
    const at = Date.parse(entry.at);
    // A time that is none is told as it stands.
    const day = Number.isNaN(at) ? entry.at : this.#calendar.dayAt(at);
    for (const [of, rows] of readBy(entry, this.#kind)) {
      const key = JSON.stringify([day, entry.grant, of]);
      const before = this.#uses.get(key) ?? { day, grant: entry.grant, of, answers: 0, rows: 0 };
      this.#uses.set(key, {
        ...before,
        answers: before.answers + 1,
        rows: before.rows + rows,
      });
    }
  }

  /** In the order of days, then of grants, then of what was read. */
  uses(): readonly CountedUse[] {
    return Array.from(this.#uses)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([, use]) => use);
  }
}
