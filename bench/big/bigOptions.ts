import { parseArgs } from 'node:util';

import { serverOptions } from '../serverOptions.js';
import { sourceKinds, type Servers, type SourceKind } from '../sourceKind.js';

/** What a run on big tables is told by its command line. */
export interface BigOptions {
  readonly source: SourceKind;
  readonly servers: Servers;
  /** How many children the tables hold. */
  readonly rows: number;
  readonly rounds: number;
  /** Kinds are left out whose names have nothing of it. */
  readonly only: string;
  /** Whether the statements are printed. */
  readonly sql: boolean;
}

const usage = `npm run bench:big -- [--source mariadb|postgres|sqlite] [--rows N] [--rounds N]
  [--only PART-OF-A-NAME] [--sql] [--server mysql://…] [--postgres postgres://…]`;

/** The fewest rows with which a list of a fifth of them has a page. */
const fewest = 100_000;

function whole(name: string, text: string, least: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least) return value;
  throw new Error(`--${name} takes a whole number from ${least}\n${usage}`);
}

function sourceOf(text: string): SourceKind {
  const kind = sourceKinds.find((known) => known === text);
  if (kind) return kind;
  throw new Error(`--source takes ${sourceKinds.join(', ')}\n${usage}`);
}

/** Reads the options of a run on big tables, and its servers from the environment. */
export function bigOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): BigOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      source: { type: 'string', default: 'mariadb' },
      rows: { type: 'string', default: '5000000' },
      rounds: { type: 'string', default: '5' },
      only: { type: 'string', default: '' },
      sql: { type: 'boolean', default: false },
      ...serverOptions(env),
    },
  });
  return {
    source: sourceOf(values.source),
    servers: { mariadb: values.server, postgres: values.postgres },
    rows: whole('rows', values.rows, fewest),
    rounds: whole('rounds', values.rounds, 1),
    only: values.only,
    sql: values.sql,
  };
}
