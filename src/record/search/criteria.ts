import type { Entry } from '../entry/entry.js';

/** The criteria of a search. An entry meets every criterion that is not stated. */
export interface Criteria {
  readonly client?: string;
  readonly agency?: string;
  readonly purpose?: string;
  readonly resource?: string;
  /** A field of that resource. */
  readonly field?: string;
  readonly outcome?: string;
  readonly grant?: string;
  readonly administrator?: string;
  /** Who acted, and for which case, as the keyed hashes that entries have. */
  readonly actingUser?: string;
  readonly caseReference?: string;
  /** Whom an alert is about, as a keyed hash. */
  readonly subject?: string;
  /** Only those with an alert. */
  readonly alerts?: boolean;
  /** ISO 8601, UTC, as entries have it; inclusive. */
  readonly since?: string;
  /** As `since`; exclusive. */
  readonly until?: string;
}

/** The criteria that name one value of an entry. */
export const valueCriteria = [
  'client',
  'agency',
  'purpose',
  'grant',
  'administrator',
  'outcome',
  'actingUser',
  'caseReference',
] as const satisfies readonly (keyof Criteria & keyof Entry)[];

function hasRead({ reads }: Entry, resource: string, field: string | undefined): boolean {
  return reads.some(
    (read) =>
      read.resource === resource && (field === undefined || Object.hasOwn(read.fields, field)),
  );
}

/** Whether an entry meets all that is stated. */
export function meets(entry: Entry, criteria: Criteria): boolean {
  const { resource, field, alerts, subject, since, until } = criteria;
  return (
    valueCriteria.every((name) => criteria[name] === undefined || entry[name] === criteria[name]) &&
    (!alerts || entry.alerts !== undefined) &&
    (subject === undefined || (entry.alerts ?? []).some((alert) => alert.subject === subject)) &&
    (since === undefined || entry.at >= since) &&
    (until === undefined || entry.at < until) &&
    (resource === undefined || hasRead(entry, resource, field))
  );
}

/** What is wrong with criteria taken together; undefined where nothing is. */
export function faultOf({ field, resource, since, until }: Criteria): string | undefined {
  if (field !== undefined && resource === undefined) {
    return '`field` names a field of a resource: state `resource` too';
  }
  if (since !== undefined && until !== undefined && since >= until) {
    return '`since` is before `until`: these leave no time between them';
  }
  return undefined;
}
