import { Command, Option } from 'commander';

import { check } from './check.js';
import { emit } from './emit.js';
import { token, type TokenOptions } from './token.js';

const program = new Command('tongdao').description('Tongdao, a channel for public data');

program
  .command('token')
  .description(
    'print a token of a demo client or administrator, valid for 12 hours (demo mode only)',
  )
  .option('--as <client>', 'the client, as `enrolment-app`')
  .option('--purpose <code>', 'the purpose that it will state, as `school-enrolment`')
  .addOption(
    new Option('--administrator <id>', 'the administrator, as `authority`').conflicts([
      'as',
      'purpose',
    ]),
  )
  .action(async (options: TokenOptions) => {
    process.stdout.write(`${await token(options)}\n`);
  });

program
  .command('check')
  .description(
    'check catalogs against the live sources; exit code 1 for faults, 2 where they cannot be checked',
  )
  .argument('[files...]', 'catalogs, in the place of those of the same name in the folder')
  .addOption(new Option('--format <format>').choices(['text', 'json']).default('text'))
  // A wrong option is no fault of a catalog.
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
  .action(async (files: readonly string[], { format }: { format: 'text' | 'json' }) => {
    // What cannot be checked is told apart from what is at fault.
    process.exitCode = 2;
    process.exitCode = await check(files, format);
  });

program
  .command('emit')
  .description(
    'write schema/exchange.graphql, the most that may be had without an approval, schema/control.graphql, and docs/masks.md',
  )
  .action(emit);

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'it failed'}\n`);
  process.exitCode ??= 1;
});
