import { parseArgs } from 'node:util';

import { prepareData } from '../benchData.js';
import { inWords } from '../inWords.js';
import { median } from '../median.js';
import { measure } from '../runner/measure.js';
import { readOptions } from '../runner/options.js';
import { startContestant, type Running } from '../runner/startContestant.js';
import { say } from '../say.js';
import { sourceKinds } from '../sourceKind.js';
import { createWorkloads } from '../workload.js';

import { mixed } from './mixed.js';

/** The part of what the gateway can do that it is asked for. */
const part = 0.8;
const connections = 16;
/** Seconds. */
const [warmUp, ofPeak, betweenSamples] = [10, 10, 10];
/** What the memory of the second half may be above that of the second tenth, at the most. */
const mostGrowth = 1.1;

interface Steady {
  readonly rate: number;
  readonly answers: number;
  readonly p99: number;
  /** Bytes of the process, sample by sample. */
  readonly memory: readonly number[];
}

async function run(running: Running, minutes: number): Promise<Steady> {
  const { signal } = new AbortController();
  const workload = mixed(createWorkloads());
  const load = (seconds: number) => ({ seconds, connections, signal });
  say('Warming up …');
  await measure(running.address, workload, load(warmUp));
  const peak = await measure(running.address, workload, load(ofPeak));
  const rate = Math.floor(peak.rps * part);
  say(`${minutes} minutes of ${rate} requests a second …`);
  const memory: number[] = [];
  const timer = setInterval(() => {
    void running.memory().then((bytes) => memory.push(bytes));
  }, betweenSamples * 1_000);
  try {
    const measured = await measure(running.address, workload, { ...load(minutes * 60), rate });
    return { rate, answers: measured.answers, p99: measured.p99, memory };
  } finally {
    clearInterval(timer);
  }
}

const mb = (bytes: number) => `${Math.round(bytes / 1_000_000)} MB`;

/** @throws {Error} where the memory grew */
function told({ rate, answers, p99, memory }: Steady): string {
  const tenth = Math.max(1, Math.floor(memory.length / 10));
  const [early, late] = [
    median(memory.slice(tenth, 2 * tenth)),
    median(memory.slice(Math.floor(memory.length / 2))),
  ];
  const text = `${answers} answers at ${rate} a second, none with an error; p99 ${p99.toFixed(1)} ms; memory ${mb(early)} early, ${mb(late)} late, at most ${mb(Math.max(...memory))}`;
  if (late > early * mostGrowth) throw new Error(`the memory grew: ${text}`);
  return text;
}

/** Holds the gateway under load for minutes; a single answer that is not as it should be fails it. */
export async function runFromCommandLine(args: readonly string[]): Promise<void> {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        source: { type: 'string', default: 'mariadb' },
        minutes: { type: 'string', default: '10' },
      },
    });
    const minutes = Number(values.minutes);
    const source = sourceKinds.find((kind) => kind === values.source);
    if (!source || !(minutes > 0)) {
      throw new Error(`npm run bench:steady -- [--source ${sourceKinds.join('|')}] [--minutes N]`);
    }
    const { servers } = readOptions([], process.env);
    const { data, remove } = await prepareData([source], servers, say);
    try {
      const ofSource = data.get(source);
      if (!ofSource) throw new TypeError('no data was prepared');
      const running = await startContestant('tongdao', source, ofSource);
      try {
        process.stdout.write(`${source}: ${told(await run(running, minutes))}\n`);
      } finally {
        await running.stop();
      }
    } finally {
      await remove();
    }
  } catch (error) {
    say(`The load failed: ${inWords(error)}`);
    process.exitCode = 1;
  }
}
