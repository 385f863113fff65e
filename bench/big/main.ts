import { inWords } from '../inWords.js';
import { chooseSources } from '../runner/chooseSources.js';
import { say } from '../say.js';

import { bigOptions, type BigOptions } from './bigOptions.js';
import { bigTable } from './bigTable.js';
import { compareKind, type Compared, type Ways } from './compareKind.js';
import { openBigGateway } from './gateway/bigGateway.js';
import { kinds } from './kinds/kinds.js';
import { openSession } from './sessions/openSession.js';
import { makeBigTables } from './tables/makeBigTables.js';
import { openStore } from './tables/openStore.js';
import { spellings } from './tables/spelling.js';

/** Makes the tables where they are not there, and says where they are. */
async function prepareTables({ source, servers, rows }: BigOptions): Promise<string> {
  const store = await openStore(source, servers);
  try {
    await makeBigTables(store, source, rows, say);
    return store.url;
  } finally {
    await store.close();
  }
}

async function compareAll(
  ways: Ways,
  { source, rows, rounds, only }: BigOptions,
): Promise<readonly Compared[]> {
  const parts = { ...spellings[source], rows };
  const results: Compared[] = [];
  for (const kind of kinds.filter(({ name }) => name.includes(only))) {
    say(`${kind.name} …`);
    results.push(await compareKind(kind, ways, parts, rounds));
  }
  return results;
}

async function compare(options: BigOptions): Promise<readonly Compared[]> {
  await chooseSources(options, say);
  const url = await prepareTables(options);
  const [gateway, ofGateway, usual] = await Promise.all([
    openBigGateway(url),
    openSession(options.source, url, 'ofGateway'),
    openSession(options.source, url, 'usual'),
  ]);
  try {
    return await compareAll({ gateway, ofGateway, usual }, options);
  } finally {
    await Promise.all([gateway, ofGateway, usual].map((one) => one.close()));
  }
}

/** So much of a statement is printed; that of a thousand keys says no more at its end. */
const mostPrinted = 3_000;

const sqlOf = ({ name, sql }: Compared) =>
  [`\n${name}`, ...sql.statements, `by hand: ${sql.byHand}`]
    .map((text) => text.slice(0, mostPrinted))
    .join('\n  ');

/** Holds the gateway's statements against those by hand, on a table of millions of rows. */
export async function runFromCommandLine(args: readonly string[]): Promise<void> {
  try {
    const options = bigOptions(args, process.env);
    const results = await compare(options);
    const shown = options.sql ? results.map(sqlOf) : [];
    process.stdout.write(`${options.source}\n${[bigTable(results), ...shown].join('\n')}\n`);
  } catch (error) {
    say(`The comparison failed: ${inWords(error)}`);
    process.exitCode = 1;
  }
}
