import type { DemoDatabase } from '../write/demoDatabase.js';

import { civilAffairs, readDivisionCodes } from './civilAffairs.js';
import { education } from './education.js';
import { companies, marketRegulation } from './marketRegulation.js';
import { houses, naturalResources } from './naturalResources.js';
import { publicSecurity, residents } from './publicSecurity.js';
import { insurances, socialSecurity } from './socialSecurity.js';
import { transport } from './transport.js';

/** What is made when it is first asked for, and then kept. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/**
 * The databases of the demo's seven agencies. Nothing is generated before its rows are asked for;
 * what is of the residents, as companies are, needs them, so they are drawn once for all.
 */
export function demoDatabases(): readonly DemoDatabase[] {
  const people = once(() => [...residents(readDivisionCodes())]);
  const all = once(() => [...companies(people())]);
  const estate = once(() => [...houses(people())]);
  return [
    civilAffairs,
    publicSecurity(people),
    transport,
    marketRegulation(all),
    socialSecurity(() => insurances(people(), all())),
    education,
    naturalResources(estate),
  ];
}
