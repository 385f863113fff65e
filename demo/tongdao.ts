import { Option } from 'commander';

import { commandLine, runCommandLine } from '../src/cli/commandLine.js';

import { demo } from './demo.js';
import type { TokenOptions } from './keys/token.js';

// What `npx tongdao` runs: the commands of every gateway, and two that only the demo has.
const program = commandLine(demo);

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
    const { token } = await import('./keys/token.js');
    process.stdout.write(`${await token(options)}\n`);
  });

program
  .command('emit')
  .description(
    'write what follows from catalogs and demo: schema/exchange.graphql, schema/control.graphql, docs/masks.md, the schema of the example',
  )
  .action(async () => {
    const { emit } = await import('./emit/emit.js');
    await emit();
  });

await runCommandLine(program);
