import { Command } from 'commander';

import { emit } from './emit.js';
import { token } from './token.js';

const program = new Command('tongdao').description('Tongdao, a channel for public data');

program
  .command('token')
  .description('print a token of a demo client, valid for 12 hours (demo mode only)')
  .requiredOption('--as <client>', 'the client, as `enrolment-app`')
  .requiredOption('--purpose <code>', 'the purpose that it will state, as `school-enrolment`')
  .action(async (options: { as: string; purpose: string }) => {
    process.stdout.write(`${await token(options.as, options.purpose)}\n`);
  });

program
  .command('emit')
  .description(
    'write schema/exchange.graphql, the most that may be had without an approval, and docs/masks.md',
  )
  .action(emit);

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'it failed'}\n`);
  process.exitCode = 1;
});
