import { unless, type Attack } from '../frame/attack.js';
import { feelFor } from '../frame/bystander.js';
import { countOf, startPress, wholeOf } from '../frame/press.js';

/** How many made-up people are asked for in a request. */
const each = 100;

/** A lookup of people who are not there, others each time. */
export function madeUp(n: number): string {
  const nos = Array.from({ length: each }, (_, at) => `"X${n * each + at}"`).join(' ');
  return `{ personsByNo(nos: [${nos}]) { name } }`;
}

/** A client asks for very many made-up people. */
export const subjectFlood: Attack = {
  name: 'C1 flood of subjects',
  async run({ open, seconds, other, attacker, short }) {
    const most = short ? 3_000 : 10_000;
    const { gateway } = await open({ TONGDAO_SUBJECTS_PER_DAY: String(most) });
    const { port } = gateway;
    const quiet = await feelFor(seconds, port, other);
    const press = startPress({ port, headers: attacker, query: madeUp, connections: 4 });
    const under = await feelFor(seconds, port, other);
    const answers = await press.stop();
    const charged = wholeOf(answers).length * each;
    const refused = countOf(answers, 'QUOTA_EXCEEDED');
    return {
      quiet,
      under,
      received: [...quiet.whole, ...under.whole, ...wholeOf(answers)],
      seen: `${charged} subjects charged, then ${refused} requests refused`,
      faults: [
        ...unless(charged <= most, `more than ${most} were charged`),
        ...unless(refused > 0, 'the flood was not refused'),
        ...unless(
          under.whole.length > 0 && under.whole.length === under.answers.length,
          'another client was refused',
        ),
      ],
    };
  },
};
