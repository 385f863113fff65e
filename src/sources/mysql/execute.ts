import type { Pool, PoolConnection } from 'mysql2';

import { ExchangeError } from '../../errors/exchangeError.js';
import type { Row } from '../../source/row.js';
import type { Statement } from '../sql/statement.js';

import { endStatement } from './endStatement.js';
import type { Killer } from './killer.js';

/** Where a statement is. `ending`: given up, and not yet back from the server. */
type Phase =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'running'; readonly connection: PoolConnection }
  | { readonly kind: 'ending'; readonly settle: () => void }
  | { readonly kind: 'done' };

/**
 * Runs one statement on a connection of the pool. By callbacks, since each promise between would
 * cost the fastest fetches a measurable part.
 *
 * @throws {ExchangeError} SOURCE_TIMEOUT, whereupon the statement is ended at the server too, or
 *   SOURCE_UNAVAILABLE; what the driver says may hold values, statements and hosts, and goes nowhere
 */
export function execute(
  pool: Pool,
  killer: Killer,
  { sql, parameters }: Statement,
  timeout: number,
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
        // The driver calls twice where a connection is lost while a statement is being prepared.
        if (phase.kind === 'ending') phase.settle();
        if (phase.kind !== 'running') return;
        phase = { kind: 'done' };
        clearTimeout(timer);
        if (error) {
          // Lost connections go now, lest the next in the queue be given this one.
          if (error.fatal) connection.destroy();
          else connection.release();
          reject(new ExchangeError('SOURCE_UNAVAILABLE'));
          return;
        }
        connection.release();
        // Rows are arrays, as the connection was opened; the values are those of `SqlValue`.
        resolve(rows as unknown as readonly Row[]);
      });
    });
  });
}
