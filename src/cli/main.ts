import { commandLine, runCommandLine } from './commandLine.js';

// Production only: this entry brings no demo.
await runCommandLine(commandLine(null));
