import { Command, Option } from 'commander';

import type { ExplainOptions } from './explain/explain.js';
import { recordCommand } from './record/recordCommand.js';
import type { TokenOptions } from './token.js';

// A command loads what it needs when it is run: all of it together takes a second.

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
    const { token } = await import('./token.js');
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
    const { check } = await import('./check.js');
    process.exitCode = await check(files, format);
  });

program
  .command('explain')
  .description('print why a requester has what it has, or what its operation would do')
  .argument('[target]', '`Type`, `Type.field` or a file *.graphql; nothing for everything')
  .option('--as <client>', 'the client, as `enrolment-app`')
  .option('--purpose <code>', 'the purpose that it states, as `school-enrolment`')
  .option('--public', 'the public, in the place of a client')
  .option('--variables <file>', 'the variables of the operation, a file of JSON')
  .option('--operation <name>', 'which operation of the file')
  .addOption(new Option('--format <format>').choices(['text', 'json']).default('text'))
  .action(async (target: string | undefined, options: ExplainOptions) => {
    const { explain } = await import('./explain/explain.js');
    process.exitCode = await explain(target, options);
  });

program
  .command('schema')
  .description('print the schema that a requester has, its masks as directives')
  .option('--as <client>', 'the client, as `housing-fund-app`')
  .option('--purpose <code>', 'the purpose that it states, as `housing-fund-withdrawal`')
  .addOption(new Option('--public', 'the public, as without --as').conflicts(['as', 'purpose']))
  .action(async ({ as, purpose }: { as?: string; purpose?: string }) => {
    const isPublic = as === undefined && purpose === undefined;
    const { schema } = await import('./schema.js');
    process.stdout.write(await schema({ as, purpose, public: isPublic }, process.env));
  });

program
  .command('emit')
  .description(
    'write what follows from catalogs and demo: schema/exchange.graphql, schema/control.graphql, docs/masks.md, the schema of the example',
  )
  .action(async () => {
    const { emit } = await import('./emit.js');
    await emit();
  });

program.addCommand(recordCommand());

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'it failed'}\n`);
  process.exitCode ??= 1;
});
