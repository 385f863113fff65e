import type { Entry } from '../../record/entry/entry.js';
import type { Criteria } from '../../record/search/criteria.js';
import type { Found, RecordSearch } from '../../record/search/recordSearch.js';
import type { Demo } from '../../start/demo.js';

import { openSearch, printCount } from './openSearch.js';
import { putOnRecord } from './putOnRecord.js';
import { criteriaOf, type SearchOptions } from './searchOptions.js';

type Alert = NonNullable<Entry['alerts']>[number];

/** `citizen-id 7Qd… under G-1, G-2, G-3`; the subject by its keyed hash. */
function alertLine({ of, subject, grants }: Alert): string {
  return `  alert: ${of} ${subject} under ${grants.join(', ')}`;
}

/** `  refused: UNAUTHENTICATED 12, BAD_USER_INPUT 60000, from 3 networks since 2026-…`. */
function refusalsLine({ since, addresses, counts }: NonNullable<Entry['refusals']>): string {
  const told = Object.entries(counts).map(([outcome, count]) => `${outcome} ${count}`);
  return `  refused: ${told.join(', ')}, from ${addresses} networks since ${since}`;
}

/**
 * An entry as a line of a table, with time, client, purpose, outcome, resources with their rows, request
 * id; then a line for each alert, and for refusals that are summed up.
 */
function lines({
  at,
  client,
  purpose,
  outcome,
  reads,
  requestId,
  alerts,
  refusals,
}: Entry): string {
  const read = reads
    .map(({ resource, rows, keys }) => {
      const tried = keys === undefined ? '' : ` of ${keys} keys`;
      return `${resource}(${rows}${tried})`;
    })
    .join(' ');
  const row = [
    at,
    (client ?? 'public').padEnd(20),
    (purpose ?? '-').padEnd(26),
    outcome.padEnd(18),
    (read || '-').padEnd(30),
    requestId,
  ].join('  ');
  return [
    row,
    ...(alerts ?? []).map(alertLine),
    ...(refusals ? [refusalsLine(refusals)] : []),
  ].join('\n');
}

/** Hands on all that is found or, under a limit, the newest of it. */
async function find(
  search: RecordSearch,
  { limit }: SearchOptions,
  criteria: Criteria,
  take: (entry: Entry) => void,
): Promise<Found> {
  if (limit === undefined) return search.each(criteria, take);
  const found = await search.newest(criteria, limit);
  found.entries.forEach(take);
  return found;
}

/**
 * Prints the entries that meet the options, newest last, then their number and the number of all
 * entries.
 */
export async function search(options: SearchOptions, demo: Demo | null): Promise<void> {
  const criteria = criteriaOf(options);
  const { archive, json } = options;
  const opened = await openSearch(archive, demo);
  await putOnRecord({ criteria }, opened.settings);
  const show = (entry: Entry) => {
    process.stdout.write(`${json ? JSON.stringify(entry) : lines(entry)}\n`);
  };
  printCount(await find(opened.search, options, criteria, show), archive, json);
}
