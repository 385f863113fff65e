import type { DemoDatabase } from '../write/demoDatabase.js';

import { civilAffairs, readDivisionCodes } from './civilAffairs.js';
import { education } from './education.js';
import { companies, marketRegulation } from './marketRegulation.js';
import { publicSecurity, residents } from './publicSecurity.js';
import { insurances, socialSecurity } from './socialSecurity.js';
import { transport } from './transport.js';

/** What is made when it is first asked for, and then kept. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/**
 * The databases of the demo's six agencies. Nothing is generated before its rows are asked for;
 * companies and insurances are of the residents, so these are drawn once for all three.
 */
export function demoDatabases(): readonly DemoDatabase[] {
  const people = once(() => [...residents(readDivisionCodes())]);
  const all = once(() => [...companies(people())]);
  return [
    civilAffairs,
    publicSecurity(people),
    transport,
    marketRegulation(all),
    socialSecurity(() => insurances(people(), all())),
    education,
  ];
}
