import { defineLivePolicy } from './defineLivePolicy.js';

// Each turn waits for two polls; `livePolicy.mariadb.long.test.ts` takes fifty.
defineLivePolicy(10);
