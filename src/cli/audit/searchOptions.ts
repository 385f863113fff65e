import { InvalidArgumentError } from 'commander';

import type { Criteria } from '../../audit/criteria.js';

/** The options of a search as the command line reads them. */
export interface SearchOptions extends Criteria {
  readonly limit?: number;
  readonly json: boolean;
}

const dayForm = /^\d{4}-\d\d-\d\d$/;
const timeForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/;

/** A day begins where the channel is, in China. */
const dayBegins = 'T00:00:00+08:00';

/** Reads a day or a time, to the form that entries have: ISO 8601, UTC. */
export function readTime(text: string): string {
  const time = dayForm.test(text) ? `${text}${dayBegins}` : text;
  if (timeForm.test(time) && !Number.isNaN(Date.parse(time))) return new Date(time).toISOString();
  throw new InvalidArgumentError(
    'It is a day, as 2026-01-31, or a time with its zone, as 2026-01-31T08:00+08:00.',
  );
}

/** Reads how many entries are shown. */
export function readLimit(text: string): number {
  if (/^[1-9][0-9]{0,5}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It is a whole number from 1 to 999999.');
}

/** What an entry must meet, checked where one option needs or excludes another. */
export function criteriaOf({ json: _json, limit: _limit, ...criteria }: SearchOptions): Criteria {
  const { field, resource, since, until } = criteria;
  if (field !== undefined && resource === undefined) {
    throw new Error('--field names a field of a resource: state --resource too');
  }
  if (since !== undefined && until !== undefined && since >= until) {
    throw new Error('--since is before --until: these leave no time between them');
  }
  return criteria;
}
