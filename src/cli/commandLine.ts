import { Command, Option } from 'commander';

import type { Demo } from '../start/demo.js';

import type { CheckOptions } from './check.js';
import type { ExplainOptions } from './explain/explain.js';
import { policyCommand } from './policy/policyCommand.js';
import { recordCommand } from './record/recordCommand.js';

/**
 * The commands of `tongdao`. Each loads its modules when it runs, because all of them together take
 * a second.
 *
 * @param demo what mode `demo` uses; null for an entry that brings none
 */
export function commandLine(demo: Demo | null): Command {
  const program = new Command('tongdao').description('Tongdao, a channel for public data');

  program
    .command('check')
    .description(
      'check catalogs against the live sources; exit code 1 for faults, 2 where they cannot be checked',
    )
    .argument('[files...]', 'catalogs, in the place of those of the same name in the folder')
    .addOption(new Option('--format <format>').choices(['text', 'json']).default('text'))
    // A wrong option is no fault of a catalog.
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
    .option('--data', 'count at the sources, too, what catalogs vouch for by `unique`', false)
    .action(async (files: readonly string[], options: CheckOptions) => {
      // A check that cannot be made has another exit code than a fault.
      process.exitCode = 2;
      const { check } = await import('./check.js');
      process.exitCode = await check(files, options, demo);
    });

  program
    .command('doctor')
    .description('check this installation and say what to do; exit code 1 if something is wrong')
    .option('--json', 'print one JSON object', false)
    .action(async ({ json }: { json: boolean }) => {
      process.exitCode = 1;
      const { doctor } = await import('./doctor.js');
      process.exitCode = await doctor(json, demo);
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
      process.exitCode = await explain(target, options, demo);
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
      process.stdout.write(await schema({ as, purpose, public: isPublic }, process.env, demo));
    });

  return program.addCommand(policyCommand()).addCommand(recordCommand(demo));
}

/** Runs the command of the process. A failure is told in one sentence. */
export async function runCommandLine(program: Command): Promise<void> {
  try {
    await program.parseAsync();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : 'it failed'}\n`);
    process.exitCode ??= 1;
  }
}
