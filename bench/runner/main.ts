import { writeFile } from 'node:fs/promises';

import { prepareData } from '../benchData.js';
import { inWords } from '../inWords.js';
import { say } from '../say.js';
import { createWorkloads, type Workload } from '../workload.js';

import { checkAnswers } from './checkAnswers.js';
import { chooseSources } from './chooseSources.js';
import { readOptions, type Options } from './options.js';
import { measureRecordCost, recordCostTable, type RecordCost } from './recordCost.js';
import { runRounds } from './runRounds.js';
import {
  contestantNames,
  startContestant,
  type ContestantName,
  type Running,
} from './startContestant.js';
import { tableOf } from './table.js';

/** What a run comes to: what is printed, and what goes into the file that `--json` names. */
interface Outcome {
  readonly text: string;
  readonly json: object;
}

/** Starts contestants on every source, lets them be measured, and ends them. */
async function withContestants<T>(
  names: readonly ContestantName[],
  options: Options,
  measureAll: (running: readonly Running[], workloads: readonly Workload[]) => Promise<T>,
): Promise<T> {
  const sources = await chooseSources(options, say);
  const { data, remove } = await prepareData(sources, options.servers, say);
  const running: Running[] = [];
  try {
    for (const [source, ofSource] of data) {
      for (const name of names) {
        running.push(await startContestant(name, source, ofSource));
      }
    }
    const workloads = createWorkloads();
    say('Checking that all answers are equal …');
    await checkAnswers(running, workloads);
    return await measureAll(running, workloads);
  } finally {
    await Promise.all(running.map(({ stop }) => stop()));
    await remove();
  }
}

async function compare(options: Options, signal: AbortSignal): Promise<Outcome> {
  const results = await withContestants(contestantNames, options, (running, workloads) =>
    runRounds(running, workloads, options, signal, say),
  );
  return { text: tableOf(results), json: { results } };
}

async function costOfRecord(options: Options, signal: AbortSignal): Promise<Outcome> {
  const costs = await withContestants(
    ['tongdao', 'unrecorded'],
    options,
    async (running, workloads) => {
      const ofSources: RecordCost[] = [];
      for (let at = 0; at < running.length; at += 2) {
        const [on, off] = [running[at], running[at + 1]];
        if (!on || !off) throw new TypeError('contestants were not started in pairs');
        ofSources.push(...(await measureRecordCost([on, off], workloads, options, signal, say)));
      }
      return ofSources;
    },
  );
  return { text: recordCostTable(costs), json: { recordCost: costs } };
}

/** Runs the comparison; it leaves nothing behind but what it prints, and the file that `--json` names. */
export async function runFromCommandLine(args: readonly string[]): Promise<void> {
  const interruption = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      interruption.abort(new Error('it was interrupted'));
    });
  }
  try {
    const options = readOptions(args, process.env);
    const run = options.recordCost ? costOfRecord : compare;
    const { text, json } = await run(options, interruption.signal);
    process.stdout.write(`${text}\n`);
    if (options.json !== undefined) {
      await writeFile(options.json, `${JSON.stringify(json, null, 2)}\n`);
    }
  } catch (error) {
    say(`The comparison failed: ${inWords(error)}`);
    process.exitCode = 1;
  }
}
