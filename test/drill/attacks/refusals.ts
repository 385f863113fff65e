import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { unless, type Attack } from '../frame/attack.js';
import { feelFor, startBystander } from '../frame/bystander.js';

const tool = createRequire(import.meta.url).resolve('autocannon');

/** Bytes of record that such a flood may leave. */
const mostBytes = 100_000;

/** Asks for nothing that there is, from a process of its own; how often it was answered. */
async function flood(url: string, seconds: number): Promise<number> {
  const child = spawn(
    process.execPath,
    [tool, '--json', '--connections', '16', '--duration', String(seconds), url],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
  await once(child, 'close');
  return (JSON.parse(text) as { readonly non2xx: number }).non2xx;
}

/** The bytes of the entries of nobody known. */
function bytesOfNobody(record: string): number {
  return readFileSync(record, 'utf8')
    .split('\n')
    .filter((line) => line.includes('"client":null'))
    .reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0);
}

/** Somebody who proves nothing asks for what is not there, as fast as can be. */
export const refusals: Attack = {
  name: 'C6 refused requests of nobody',
  async run({ open, seconds, other, short }) {
    const { gateway, dir } = await open();
    const quiet = await feelFor(seconds, gateway.port, other);
    const bystander = startBystander(gateway.port, other);
    const refused = await flood(`${gateway.address}/nope`, short ? 2 : 8);
    const under = await bystander.stop();
    // It writes what it summed up before it ends.
    await gateway.kill('SIGTERM');
    const bytes = bytesOfNobody(join(dir, 'record.jsonl'));
    return {
      quiet,
      under,
      received: [...quiet.whole, ...under.whole],
      seen: `${refused} refused, ${(bytes / 1_000).toFixed(1)} kB of record`,
      faults: [
        ...unless(refused > (short ? 100 : 1_000), 'too few requests to tell'),
        ...unless(bytes > 0, 'they are not on record'),
        ...unless(bytes < mostBytes, `more than ${mostBytes / 1_000} kB of record`),
        ...unless(under.whole.length === under.answers.length, 'a client was refused'),
      ],
    };
  },
};
