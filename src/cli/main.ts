import { commandLine, runCommandLine } from './commandLine.js';

// Production alone: no demo is brought.
await runCommandLine(commandLine(null));
