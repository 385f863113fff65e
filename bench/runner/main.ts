import { writeFile } from 'node:fs/promises';

import { prepareData } from '../benchData.js';
import { createWorkloads } from '../workload.js';

import { checkAnswers } from './checkAnswers.js';
import { chooseSources } from './chooseSources.js';
import { readOptions, type Options } from './options.js';
import { runRounds, type Result } from './runRounds.js';
import { contestantNames, startContestant, type Running } from './startContestant.js';
import { tableOf } from './table.js';

/** Progress is no part of what a run prints. */
function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

async function compare(options: Options, signal: AbortSignal): Promise<readonly Result[]> {
  const sources = await chooseSources(options, say);
  const { data, remove } = await prepareData(sources, options.server, say);
  const running: Running[] = [];
  try {
    for (const [source, ofSource] of data) {
      for (const name of contestantNames) {
        running.push(await startContestant(name, source, ofSource));
      }
    }
    const workloads = createWorkloads();
    say('Checking that all answers are equal …');
    await checkAnswers(running, workloads);
    return await runRounds(running, workloads, options, signal, say);
  } finally {
    await Promise.all(running.map(({ stop }) => stop()));
    await remove();
  }
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message}: ${describe(error.cause)}`;
}

/** Runs the comparison; what it leaves behind is its table, and the file that `--json` names. */
export async function runFromCommandLine(args: readonly string[]): Promise<void> {
  const interruption = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      interruption.abort(new Error('it was interrupted'));
    });
  }
  try {
    const options = readOptions(args, process.env);
    const results = await compare(options, interruption.signal);
    process.stdout.write(`${tableOf(results)}\n`);
    if (options.json !== undefined) {
      await writeFile(options.json, `${JSON.stringify({ results }, null, 2)}\n`);
    }
  } catch (error) {
    say(`The comparison failed: ${describe(error)}`);
    process.exitCode = 1;
  }
}
