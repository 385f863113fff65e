import { Command, Option } from 'commander';

import { useKinds } from '../../record/search/useCounter.js';
import type { Demo } from '../../start/demo.js';

import { archive, type ArchiveOptions } from './archive.js';
import { discard, type DiscardOptions } from './discard.js';
import { readDay } from './readDay.js';
import { search } from './search.js';
import { readLimit, readTimeOption, type SearchOptions } from './searchOptions.js';
import { use, type UseOptions } from './use.js';
import { verify, type VerifyOptions } from './verify.js';

/** A command that looks at the entries of a stretch of time. */
function overTime(command: Command): Command {
  return command
    .option('--since <time>', 'a day in China or a time; from then on', readTimeOption)
    .option('--until <time>', 'a day in China or a time; before it', readTimeOption);
}

function verifyCommand(demo: Demo | null): Command {
  return new Command('verify')
    .description(
      'find out whether the record is what the gateway wrote; exit code 1 if not, 2 where it cannot be checked',
    )
    .argument('[file]', 'the record; by default <TONGDAO_DATA_DIR>/record.jsonl')
    .option('--access', 'verify the record of searches in its place', false)
    .option('--archive', 'verify the archive that lies there, which has no open segment', false)
    .option('--json', 'print one JSON object', false)
    .action(async (file: string | undefined, options: VerifyOptions) => {
      process.exitCode = await verify(file, options, demo);
    });
}

function searchCommand(demo: Demo | null): Command {
  return overTime(new Command('search'))
    .description('print the entries of the record that meet all that is stated, newest last')
    .option('--client <id>', 'who asked')
    .option('--agency <code>', 'whose client asked')
    .option('--purpose <code>', 'for which approved application')
    .option('--resource <name>', 'what was read of, as `Resident`')
    .option('--field <name>', 'which field of that resource was read')
    .option('--outcome <code>', 'how it ended: OK, PARTIAL or the code of an error')
    .option('--grant <id>', 'under which grant')
    .option('--administrator <id>', 'who administered')
    .option('--acting-user <hash>', 'who acted, by the keyed hash that entries have')
    .option('--case-reference <hash>', 'for which case, by its keyed hash')
    .option('--subject <hash>', 'whom an alert is about, by the keyed hash')
    .option('--alerts', 'with an alert: one subject asked for under many grants in a day')
    .option('--archive <folder>', 'search an archive in the place of the record')
    .option('--limit <n>', 'show the newest n of them', readLimit)
    .option('--json', 'print entries as JSON, one a line', false)
    .action(async (options: SearchOptions) => {
      await search(options, demo);
      process.exitCode = 0;
    });
}

function useCommand(demo: Demo | null): Command {
  return overTime(new Command('use'))
    .description(
      'count what was read, by day and grant: each field, or each operation, how often and how many rows',
    )
    .addOption(new Option('--by <what>', 'what is counted').choices(useKinds).default('field'))
    .option('--client <id>', 'who asked')
    .option('--grant <id>', 'under which grant')
    .option('--resource <name>', 'by what reads this resource, whatever else it reads')
    .option('--archive <folder>', 'count an archive in the place of the record')
    .option('--json', 'print JSON, a line each', false)
    .action(async (options: UseOptions) => {
      await use(options, demo);
      process.exitCode = 0;
    });
}

function archiveCommand(demo: Demo | null): Command {
  return new Command('archive')
    .description('move sealed segments that are older than a day to a folder, while a gateway runs')
    .requiredOption(
      '--before <day>',
      'a day in China: all their entries are from before it',
      readDay,
    )
    .requiredOption('--to <folder>', 'the folder of the archive; it is made where there is none')
    .option('--new', 'begin an archive though older segments are archived elsewhere', false)
    .action(async (options: ArchiveOptions) => {
      await archive(options, demo);
      process.exitCode = 0;
    });
}

function discardCommand(demo: Demo | null): Command {
  return new Command('discard')
    .description(
      'delete archived segments that are older than a day, which is three years back at least',
    )
    .requiredOption('--archive <folder>', 'the folder of the archive')
    .requiredOption(
      '--before <day>',
      'a day in China: all their entries are from before it',
      readDay,
    )
    .action(async (options: DiscardOptions) => {
      await discard(options, demo);
      process.exitCode = 0;
    });
}

/** `tongdao record`: what can be asked of the record. Its former name, `audit`, works the same. */
export function recordCommand(demo: Demo | null): Command {
  const command = new Command('record')
    .alias('audit')
    .description('ask the record, and archive what is old of it')
    .addCommand(verifyCommand(demo))
    .addCommand(searchCommand(demo))
    .addCommand(useCommand(demo))
    .addCommand(archiveCommand(demo))
    .addCommand(discardCommand(demo))
    .hook('preAction', () => {
      // A record that cannot be read has another exit code than one that is not sound.
      process.exitCode = 2;
    });
  for (const one of [command, ...command.commands]) {
    one.exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2));
  }
  return command;
}
