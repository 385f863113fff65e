import type { Pool, PoolConnection } from 'mysql2';

import { ExchangeError } from '../../errors/exchangeError.js';
import type { FetchedRow, Row } from '../../source/row.js';
import { SourceUnreachable } from '../gate/sourceUnreachable.js';
import type { ReadValue } from '../sql/select/rowReader.js';
import type { Statement } from '../sql/statement.js';

import type { Connections } from './connections.js';
import { cut } from './cut.js';
import { endStatement } from './endStatement.js';
import { hintOf } from './hintOf.js';
import { packRows } from './packed/packRows.js';

/**
 * The phase of a statement. `waiting`: for a connection. `ending`: given up, but not yet returned by
 * the server. `done`: returned, or given up before it had a connection.
 */
type Phase =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'running'; readonly connection: PoolConnection }
  | { readonly kind: 'ending'; readonly settle: () => void }
  | { readonly kind: 'done'; readonly settle: (isConnected: boolean) => void };

/** How long a statement may take, and who is told that the server is still at it afterwards. */
export interface ExecuteOptions {
  /** Milliseconds. */
  readonly timeout: number;
  readonly holdUntil?: ((done: Promise<unknown>) => void) | undefined;
  /** Told of a statement that named what the server does not have, or does not show. */
  readonly onUnknownName?: (() => void) | undefined;
}

async function endOrReplace(
  connections: Connections,
  pool: Pool,
  connection: PoolConnection,
  settled: Promise<void>,
): Promise<void> {
  if (await endStatement(connections.killer, connection, settled)) return;
  // Where they are replaced already, others are silent for the same reason, which counts once.
  if (connections.replace(pool)) throw new SourceUnreachable();
}

/**
 * The server's errors of a table or column that is not there, or whose rights were taken, and of a view
 * over such a one.
 */
const unknownNames: ReadonlySet<string> = new Set([
  'ER_BAD_FIELD_ERROR',
  'ER_NO_SUCH_TABLE',
  'ER_VIEW_INVALID',
  'ER_TABLEACCESS_DENIED_ERROR',
  'ER_COLUMNACCESS_DENIED_ERROR',
]);

/**
 * Runs one statement on a connection of the pool. It uses callbacks, because each promise in
 * between would cost the fastest fetches measurable time. No word of the driver's is passed on: it
 * may hold values, statements and hosts.
 *
 * @throws {ExchangeError} SOURCE_TIMEOUT, and then the statement is ended at the server too, or
 *   SOURCE_UNAVAILABLE
 */
function run(
  connections: Connections,
  { sql, parameters }: Statement,
  { timeout, holdUntil, onUnknownName }: ExecuteOptions,
  begun: (command: unknown) => void,
): Promise<readonly unknown[]> {
  return new Promise((resolve, reject) => {
    const { pool } = connections;
    let phase: Phase = { kind: 'waiting' };
    const hold = (done: Promise<unknown>): void => {
      holdUntil?.(done);
      // Where nobody holds a place for it, nobody waits for it.
      done.catch(() => undefined);
    };
    const giveUp = (): void => {
      if (phase.kind === 'running') {
        const { connection } = phase;
        const settled = new Promise<void>((settle) => {
          phase = { kind: 'ending', settle };
        });
        hold(endOrReplace(connections, pool, connection, settled));
      } else {
        const connected = new Promise<boolean>((settle) => {
          phase = { kind: 'done', settle };
        });
        hold(
          connected.then((isConnected) => {
            if (!isConnected) throw new SourceUnreachable();
          }),
        );
      }
      reject(new ExchangeError('SOURCE_TIMEOUT'));
    };
    const timer = setTimeout(giveUp, timeout);
    pool.getConnection((refused, connection) => {
      if (phase.kind === 'done') {
        phase.settle(!refused);
        if (!refused) connection.release();
        return;
      }
      if (refused) {
        clearTimeout(timer);
        reject(new SourceUnreachable(hintOf(refused)));
        return;
      }
      phase = { kind: 'running', connection };
      const command: unknown = connection.execute(sql, [...parameters], (error, rows) => {
        // The driver calls back twice when a connection is lost during the preparation of a
        // statement.
        if (phase.kind === 'ending') phase.settle();
        if (phase.kind !== 'running') return;
        phase = { kind: 'done', settle: () => undefined };
        clearTimeout(timer);
        if (error) {
          // A lost connection is closed now, or the next statement in the queue would get it.
          if (error.fatal) cut(connection);
          else connection.release();
          if (unknownNames.has(error.code)) onUnknownName?.();
          reject(error.fatal ? new SourceUnreachable() : new ExchangeError('SOURCE_UNAVAILABLE'));
          return;
        }
        connection.release();
        resolve(rows as readonly unknown[]);
      });
      begun(command);
    });
  });
}

/**
 * Runs one statement, and gives its rows as arrays.
 *
 * @throws {ExchangeError} as `run` does
 */
export async function execute(
  connections: Connections,
  statement: Statement,
  patience: ExecuteOptions,
): Promise<readonly Row[]> {
  // The connection was opened to give rows as arrays, and their values are those of `SqlValue`.
  return (await run(connections, statement, patience, () => undefined)) as readonly Row[];
}

/**
 * Runs one statement, and gives its rows as they were sent.
 *
 * @param readers what is made of the values of each column
 * @throws {ExchangeError} as `run` does
 */
export async function executePacked(
  connections: Connections,
  statement: Statement,
  patience: ExecuteOptions,
  readers: readonly ReadValue[],
): Promise<readonly FetchedRow[]> {
  const begun = (command: unknown): void => {
    packRows(command, readers);
  };
  return (await run(connections, statement, patience, begun)) as readonly FetchedRow[];
}
