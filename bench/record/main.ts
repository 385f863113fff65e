import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { RecordReader } from '../../src/record/search/recordReader.js';
import { RecordWriter } from '../../src/record/write/recordWriter.js';
import { projectDir } from '../../src/start/projectDir.js';
import { inWords } from '../inWords.js';
import { median } from '../median.js';
import { say } from '../say.js';

import { entryOf, someSubject } from './entryOf.js';

const key = new Uint8Array(32).fill(7);
/** Entries that wait for the disk at once. */
const atOnce = 2_000;
const searches = 20;

const usage = 'npm run bench:record -- [--entries N]';

function entriesOf(args: readonly string[]): number {
  const options = { entries: { type: 'string', default: '1000000' } } as const;
  const { values } = parseArgs({ args: [...args], options });
  const entries = Number(values.entries);
  if (Number.isInteger(entries) && entries >= 10_000) return entries;
  throw new Error(`--entries takes a whole number from 10000\n${usage}`);
}

/** Milliseconds. */
async function timed(act: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await act();
  return performance.now() - began;
}

async function write(file: string, entries: number): Promise<void> {
  const writer = await RecordWriter.open(file, key);
  const began = Date.now();
  for (let number = 0; number < entries; number += atOnce) {
    const count = Math.min(atOnce, entries - number);
    const some = Array.from({ length: count }, (_, at) => entryOf(number + at, began));
    await Promise.all(some.map((entry) => writer.append(entry, count)));
  }
  await writer.close();
}

/** How long a gateway waits for its record until it is ready; it verifies the seals and the open segment. */
const opened = (file: string) =>
  timed(async () => {
    const writer = await RecordWriter.open(file, key);
    await writer.close();
  });

/** The longest that this thread could not go on while something went on beside it. Milliseconds. */
async function stallOf(act: () => Promise<unknown>): Promise<number> {
  let [last, longest] = [performance.now(), 0];
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last - 1);
    last = now;
  }, 1);
  await act();
  clearInterval(timer);
  return longest;
}

async function measure(dir: string, entries: number): Promise<readonly string[]> {
  const [file, none] = [join(dir, 'record.jsonl'), join(dir, 'none.jsonl')];
  await write(none, 0);
  say(`Writing ${entries} entries …`);
  const written = await timed(() => write(file, entries));
  const [ready, readyOfNone] = [await opened(file), await opened(none)];
  const reader = new RecordReader(file, key);
  say('Making the indexes, which a gateway does beside its work …');
  const indexed = await timed(() => reader.makeIndexes());
  const subject = someSubject(entries);
  const first = await timed(() => reader.search({ subject }, 100));
  const times: number[] = [];
  const stall = await stallOf(async () => {
    for (let time = 0; time < searches; time += 1) {
      times.push(await timed(() => reader.search({ subject }, 100)));
    }
  });
  const { entries: found } = await reader.search({ subject }, 1_000);
  const verified = await timed(() => reader.verify());
  await reader.close();
  const ms = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
  return [
    `written             ${ms(written)}, ${((written * 1_000) / entries).toFixed(1)} µs an entry`,
    `opened              ${ms(ready)}; an empty record ${ms(readyOfNone)}`,
    `indexes made        ${ms(indexed)}`,
    `search, the first   ${ms(first)}`,
    `search of a subject ${ms(median(times))}, at most ${ms(Math.max(...times))}; ${found.length} entries found`,
    `longest stall       ${ms(stall)}`,
    `verified as a whole ${ms(verified)}`,
  ];
}

/** Measures what a long record costs a start and a search. */
export async function runFromCommandLine(args: readonly string[]): Promise<void> {
  // Not in the system's folder for such: it may be memory.
  const dir = await mkdtemp(join(projectDir, '.tongdao', 'bench-'));
  try {
    process.stdout.write(`${(await measure(dir, entriesOf(args))).join('\n')}\n`);
  } catch (error) {
    say(`The measurement failed: ${inWords(error)}`);
    process.exitCode = 1;
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
