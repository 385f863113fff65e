import { UseCounter, type CountedUse, type UseKind } from '../../record/search/useCounter.js';
import type { Demo } from '../../start/demo.js';

import { openSearch, printCount } from './openSearch.js';
import { putOnRecord } from './putOnRecord.js';
import { criteriaOf, type SearchOptions } from './searchOptions.js';

export interface UseOptions extends Omit<SearchOptions, 'limit'> {
  readonly by: UseKind;
}

/** A use as a line of a table. */
function line({ day, grant, of, answers, rows }: CountedUse): string {
  const read = `${String(answers).padStart(8)} answers  ${String(rows).padStart(10)} rows`;
  return [day, (grant ?? 'public').padEnd(20), of.padEnd(40), read].join('  ');
}

/** Prints what the entries that meet the options read: by day and grant, how often, and how many rows. */
export async function use({ by, ...options }: UseOptions, demo: Demo | null): Promise<void> {
  const criteria = criteriaOf(options);
  const { archive, json } = options;
  const { search, settings } = await openSearch(archive, demo);
  await putOnRecord({ criteria, counted: by }, settings);
  const counter = new UseCounter(by);
  const found = await search.each(criteria, (entry) => {
    counter.add(entry);
  });
  for (const one of counter.uses()) {
    process.stdout.write(`${json ? JSON.stringify(one) : line(one)}\n`);
  }
  printCount(found, archive, json);
}
