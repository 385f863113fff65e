import { unless, type Attack, type Drill, type Outcome } from '../frame/attack.js';
import { feelFor } from '../frame/bystander.js';
import { startPress } from '../frame/press.js';

/** How much longer another client's lookup may take meanwhile. */
const mostTimes = 3;

/** Looks at others' lookups while a client asks for what looks at very many rows. */
async function besideHeavy(
  { open, seconds, short, ...by }: Drill,
  query: string,
): Promise<Outcome> {
  const { gateway } = await open();
  const { port } = gateway;
  // Once without being looked at, so that plans and connections are there.
  await feelFor(0.5, port, by.other);
  const quiet = await feelFor(seconds, port, by.other);
  const press = startPress({
    port,
    headers: by.attacker,
    query: () => query,
    connections: 20,
    pause: 50,
  });
  await feelFor(0.5, port, by.other);
  const under = await feelFor(seconds, port, by.other);
  const heavy = await press.stop();
  const refused = heavy.filter(({ status }) => status !== 200).length;
  const [before, during] = [quiet, under].map(({ latencies }) => latencies.percentile(95));
  const times = (during ?? Number.NaN) / (before ?? Number.NaN);
  return {
    quiet,
    under,
    received: [...quiet.whole, ...under.whole],
    seen: `p95 ${times.toFixed(1)} times the quiet one, ${heavy.length} heavy answers`,
    faults: [
      ...unless(refused === 0, `${refused} heavy requests were refused and so harmed nobody`),
      ...unless(under.whole.length > 0, 'no lookup was answered'),
      ...unless(
        under.whole.length === under.answers.length && under.broken === 0,
        'a lookup of another client was refused',
      ),
      ...unless(short || times <= mostTimes, `p95 is more than ${mostTimes} times the quiet one`),
    ],
  };
}

const nested = `houses(first: 10, where: { parts: { some: { parts: { some: { builtIn: { eq: 1950 } } } } } }) { nodes { no } }`;

/** Counts of a large table, twenty at a time. */
export const heavyCounts: Attack = {
  name: 'C3 heavy counts',
  run: (drill) => besideHeavy(drill, '{ houseAggregate(groupBy: [builtIn]) { count } }'),
};

/** Links within links over a column without an index, ten in each request. */
export const nestedLinks: Attack = {
  name: 'C4 nested links without an index',
  run: (drill) =>
    besideHeavy(
      drill,
      `{ ${Array.from({ length: 10 }, (_, at) => `a${at}: ${nested}`).join(' ')} }`,
    ),
};
