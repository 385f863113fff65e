import type { Pool, PoolConnection } from 'mysql2';

import { ExchangeError } from '../../errors/exchangeError.js';
import type { Row } from '../../source/row.js';
import { SourceUnreachable } from '../gate/sourceUnreachable.js';
import type { Statement } from '../sql/statement.js';

import type { Connections } from './connections.js';
import { cut } from './cut.js';
import { endStatement } from './endStatement.js';

/** The phase of a statement. `ending`: given up, but not yet returned by the server. */
type Phase =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'running'; readonly connection: PoolConnection }
  | { readonly kind: 'ending'; readonly settle: () => void }
  | { readonly kind: 'done' };

/** How long a statement may take, and who is told that the server is still at it afterwards. */
interface Patience {
  /** Milliseconds. */
  readonly timeout: number;
  readonly holdUntil?: ((done: Promise<unknown>) => void) | undefined;
}

async function endOrReplace(
  connections: Connections,
  pool: Pool,
  connection: PoolConnection,
  settled: Promise<void>,
): Promise<void> {
  if (await endStatement(connections.killer, connection, settled)) return;
  connections.replace(pool);
  throw new SourceUnreachable();
}

/**
 * Runs one statement on a connection of the pool. It uses callbacks, because each promise in
 * between would cost the fastest fetches measurable time. No word of the driver's is passed on: it
 * may hold values, statements and hosts.
 *
 * @throws {ExchangeError} SOURCE_TIMEOUT, and then the statement is ended at the server too, or
 *   SOURCE_UNAVAILABLE
 */
export function execute(
  connections: Connections,
  { sql, parameters }: Statement,
  { timeout, holdUntil }: Patience,
): Promise<readonly Row[]> {
  return new Promise((resolve, reject) => {
    const { pool } = connections;
    let phase: Phase = { kind: 'waiting' };
    const giveUp = (): void => {
      if (phase.kind !== 'running') {
        phase = { kind: 'done' };
        reject(new ExchangeError('SOURCE_TIMEOUT'));
        return;
      }
      const { connection } = phase;
      const settled = new Promise<void>((settle) => {
        phase = { kind: 'ending', settle };
      });
      const ended = endOrReplace(connections, pool, connection, settled);
      if (holdUntil) holdUntil(ended);
      // Nobody else waits for it.
      ended.catch(() => undefined);
      reject(new ExchangeError('SOURCE_TIMEOUT'));
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
        reject(new SourceUnreachable());
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
          if (error.fatal) cut(connection);
          else connection.release();
          reject(error.fatal ? new SourceUnreachable() : new ExchangeError('SOURCE_UNAVAILABLE'));
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
