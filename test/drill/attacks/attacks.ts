import type { Attack } from '../frame/attack.js';

import { boundedRedis } from './boundedRedis.js';
import { costlyDocuments } from './costlyDocuments.js';
import { fullDisk } from './fullDisk.js';
import { halfOpen } from './halfOpen.js';
import { heavyCounts, nestedLinks } from './heavyStatements.js';
import { kill } from './kill.js';
import { recordMoved } from './recordMoved.js';
import { refusals } from './refusals.js';
import { silentSource } from './silentSource.js';
import { subjectFlood } from './subjectFlood.js';
import { twoGateways } from './twoGateways.js';

/** In the order in which they are run. */
export const attacks: readonly Attack[] = [
  kill,
  heavyCounts,
  nestedLinks,
  recordMoved,
  twoGateways,
  refusals,
  costlyDocuments,
  halfOpen,
  subjectFlood,
  silentSource,
  fullDisk,
  boundedRedis,
];
