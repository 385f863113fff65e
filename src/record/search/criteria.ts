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
  /** Only those with an alert. */
  readonly alerts?: boolean;
  /** ISO 8601, UTC, as entries have it; inclusive. */
  readonly since?: string;
  /** As `since`; exclusive. */
  readonly until?: string;
}

function hasRead({ reads }: Entry, resource: string, field: string | undefined): boolean {
  return reads.some(
    (read) =>
      read.resource === resource && (field === undefined || Object.hasOwn(read.fields, field)),
  );
}

/** Whether an entry meets all that is stated. */
export function meets(entry: Entry, criteria: Criteria): boolean {
  const { client, agency, purpose, resource, field, outcome, alerts, since, until } = criteria;
  return (
    (client === undefined || entry.client === client) &&
    (agency === undefined || entry.agency === agency) &&
    (purpose === undefined || entry.purpose === purpose) &&
    (outcome === undefined || entry.outcome === outcome) &&
    (!alerts || entry.alerts !== undefined) &&
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
