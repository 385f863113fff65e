import { runGateway } from './runGateway.js';

// Production alone: no demo is brought.
await runGateway(null);
