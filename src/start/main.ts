import { runGateway } from './runGateway.js';

// Production only: this entry brings no demo.
await runGateway(null);
