import { InvalidArgumentError } from 'commander';

import { faultOf, type Criteria } from '../../record/search/criteria.js';
import { readTime, timeContract } from '../../record/search/readTime.js';

/** The options of a search as the command line reads them. */
export interface SearchOptions extends Criteria {
  readonly limit?: number;
  /** The folder of an archive that is searched in the place of the record. */
  readonly archive?: string;
  readonly json: boolean;
}

/** Reads a day or a time, to the form that entries have. */
export function readTimeOption(text: string): string {
  const time = readTime(text);
  if (time === undefined) throw new InvalidArgumentError(`It is ${timeContract}.`);
  return time;
}

/** Reads how many entries are shown. */
export function readLimit(text: string): number {
  if (/^[1-9][0-9]{0,5}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It is a whole number from 1 to 999999.');
}

/** What an entry must meet, checked where one option needs or excludes another. */
export function criteriaOf({
  json: _json,
  limit: _limit,
  archive: _archive,
  ...criteria
}: SearchOptions): Criteria {
  const fault = faultOf(criteria);
  if (fault !== undefined) throw new Error(fault);
  return criteria;
}
