import { readFileSync } from 'node:fs';

import { ask } from '../frame/ask.js';
import { unless, type Attack } from '../frame/attack.js';
import { feelFor } from '../frame/bystander.js';
import { countOf, startPress } from '../frame/press.js';

/** Milliseconds of CPU that one such document may cost. */
const most = 10;

const inner = '__schema { types { fields { args { name type { name } } } } }';
const query = `{ ${`${inner} `.repeat(210)} }`;

/** Milliseconds of CPU that a process has used, as Linux counts them, in hundredths of a second. */
function cpuOf(pid: number | undefined): number {
  const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
  // What follows the name, which may hold blanks, begins with the third field.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Documents that take rules the square of their size. */
export const costlyDocuments: Attack = {
  name: 'C7 costly documents',
  async run({ open, seconds, other, attacker, short }) {
    const { gateway } = await open();
    const { port, child } = gateway;
    const askTimes = async (times: number) => {
      for (let time = 0; time < times; time += 1) await ask({ port, headers: attacker, query });
    };
    await askTimes(50);
    const times = short ? 100 : 500;
    const before = cpuOf(child.pid);
    await askTimes(times);
    const each = (cpuOf(child.pid) - before) / times;
    const quiet = await feelFor(seconds, port, other);
    const press = startPress({
      port,
      headers: attacker,
      query: () => query,
      connections: 4,
      pause: 20,
    });
    const bystander = await feelFor(seconds, port, other);
    const answers = await press.stop();
    return {
      quiet,
      under: bystander,
      received: [...quiet.whole, ...bystander.whole],
      seen: `${each.toFixed(1)} ms of CPU each, ${answers.length} refused`,
      faults: [
        ...unless(answers.length > 0, 'nobody asked'),
        ...unless(countOf(answers, 'LIMIT_EXCEEDED') === answers.length, 'one was not refused'),
        ...unless(short || each < most, `more than ${most} ms of CPU each`),
        ...unless(bystander.whole.length === bystander.answers.length, 'another was refused'),
      ],
    };
  },
};
