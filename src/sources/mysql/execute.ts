import type { Pool, PoolConnection } from 'mysql2';

import { ExchangeError } from '../../errors/exchangeError.js';
import type { Row } from '../../source/row.js';
import type { Statement } from '../sql/statement.js';

import { endStatement } from './endStatement.js';
import type { Killer } from './killer.js';

/** The phase of a statement. `ending`: given up, but not yet returned by the server. */
type Phase =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'running'; readonly connection: PoolConnection }
  | { readonly kind: 'ending'; readonly settle: () => void }
  | { readonly kind: 'done' };

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
 * @param onUnknownName told of a statement that named what the server does not have, or does not show
 * @throws {ExchangeError} SOURCE_TIMEOUT, and then the statement is ended at the server too, or
 *   SOURCE_UNAVAILABLE
 */
export function execute(
  pool: Pool,
  killer: Killer,
  { sql, parameters }: Statement,
  timeout: number,
  onUnknownName?: () => void,
): Promise<readonly Row[]> {
  return new Promise((resolve, reject) => {
    let phase: Phase = { kind: 'waiting' };
    const giveUp = (): void => {
      reject(new ExchangeError('SOURCE_TIMEOUT'));
      if (phase.kind !== 'running') {
        phase = { kind: 'done' };
        return;
      }
      const { connection } = phase;
      const settled = new Promise<void>((settle) => {
        phase = { kind: 'ending', settle };
      });
      void endStatement(killer, connection, settled);
    };
    const timer = setTimeout(giveUp, timeout);
    pool.getConnection((refused, connection) => {
      if (phase.kind === 'done') {
        if (!refused) connection.release();
        return;
      }
      if (refused) {
        phase = { kind: 'done' };
        clearTimeout(timer);
        reject(new ExchangeError('SOURCE_UNAVAILABLE'));
        return;
      }
      phase = { kind: 'running', connection };
      connection.execute(sql, [...parameters], (error, rows) => {
        // The driver calls back twice when a connection is lost during the preparation of a
        // statement.
        if (phase.kind === 'ending') phase.settle();
        if (phase.kind !== 'running') return;
        phase = { kind: 'done' };
        clearTimeout(timer);
        if (error) {
          // A lost connection is closed now, or the next statement in the queue would get it.
          if (error.fatal) connection.destroy();
          else connection.release();
          if (unknownNames.has(error.code)) onUnknownName?.();
          reject(new ExchangeError('SOURCE_UNAVAILABLE'));
          return;
        }
        connection.release();
        // The connection was opened to give rows as arrays, and their values are those of
        // `SqlValue`.
        resolve(rows as unknown as readonly Row[]);
      });
    });
  });
}
