import { isDeepStrictEqual } from 'node:util';

import type { ObservedStatement } from '../../src/sources/openSource.js';
import { median } from '../median.js';

import type { BigAsk, BigGateway } from './gateway/bigGateway.js';
import { inTurn } from './inTurn.js';
import type { ByHand, Kind } from './kinds/kind.js';
import { lastBefore } from './lastBefore.js';
import { scalarsOf } from './scalarsOf.js';
import type { RawRow, Session } from './sessions/session.js';

/** What the two ways of one kind came to. Times are medians, in milliseconds. */
export interface Compared {
  readonly name: string;
  /** The whole operation, its planning and the writing of its answer included. */
  readonly operation: number;
  /** The statements of it, run again one after the other. */
  readonly statements: number;
  readonly byHand: number;
  /** How many rows the source read for either; null where it does not tell. */
  readonly examined: { readonly statements: number | null; readonly byHand: number | null };
  readonly lacking: readonly string[];
  readonly sql: { readonly statements: readonly string[]; readonly byHand: string };
}

/** The two ways to the source. */
export interface Ways {
  readonly gateway: BigGateway;
  readonly ofGateway: Session;
  readonly usual: Session;
}

async function runAll(session: Session, statements: readonly ObservedStatement[]) {
  const rows: RawRow[] = [];
  for (const statement of statements) rows.push(...(await session.run(statement)));
  return rows;
}

async function examinedBy(session: Session, statements: readonly ObservedStatement[]) {
  let sum = 0;
  for (const statement of statements) {
    const rows = await session.examined(statement);
    if (rows === null) return null;
    sum += rows;
  }
  return sum;
}

/** @throws {Error} where the values of the two are not the same, or there are none */
function checkEqual(name: string, ...answers: readonly unknown[]): void {
  const [told = [], byHand = []] = answers.map(scalarsOf);
  if (told.length > 0 && isDeepStrictEqual(told, byHand)) return;
  const shown = [told, byHand].map((some) => `${some.length} values: ${some.slice(0, 9).join()} …`);
  throw new Error(`${name}: the rows differ\n${shown.join('\n')}`);
}

/** Finds where the list goes on, and what is asked of either way. */
async function prepare(
  { purpose = 'all', query, variables, before, byHand }: Kind,
  gateway: BigGateway,
  parts: Omit<ByHand, 'last'>,
) {
  const found = before === undefined ? null : await lastBefore(gateway, before, parts.rows);
  const after = found && { after: found.cursor };
  const ask: BigAsk = { purpose, query, variables: { ...variables?.(parts.rows), ...after } };
  const sql = byHand({ ...parts, last: found?.last ?? [] });
  return { ask, hand: { sql, parameters: [] } };
}

/**
 * Measures one kind, after its rows were found to be equal.
 *
 * @throws {Error} where they are not
 */
export async function compareKind(
  kind: Kind,
  { gateway, ofGateway, usual }: Ways,
  parts: Omit<ByHand, 'last'>,
  rounds: number,
): Promise<Compared> {
  const { ask, hand } = await prepare(kind, gateway, parts);
  const { data, errors, statements } = await gateway.ask(ask);
  const [again, rows] = [await runAll(ofGateway, statements), await usual.run(hand)];
  const [error] = errors;
  // What has too many groups is refused once they are there.
  if (error && !kind.isOfStatement) throw new Error(kind.name, { cause: error });
  checkEqual(kind.name, kind.isOfStatement ? again : data, rows);
  const ways = [() => gateway.ask(ask), () => runAll(ofGateway, statements), () => usual.run(hand)];
  const [operation = [], ofStatements = [], byHand = []] = await inTurn(ways, rounds);
  return {
    name: kind.name,
    operation: median(operation),
    statements: median(ofStatements),
    byHand: median(byHand),
    examined: {
      statements: await examinedBy(ofGateway, statements),
      byHand: await usual.examined(hand),
    },
    lacking: await gateway.lacking(ask),
    sql: { statements: statements.map(({ sql }) => sql), byHand: hand.sql },
  };
}
