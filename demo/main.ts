import { runGateway } from '../src/start/runGateway.js';

import { demo } from './demo.js';

// What `npm start` runs: the demo or, where the settings say so, production.
await runGateway(demo);
