import { ExchangeError } from '../../errors/exchangeError.js';
import type { Row } from '../../source/row.js';
import { SourceUnreachable } from '../gate/sourceUnreachable.js';
import type { Statement } from '../sql/statement.js';

import { endStatement } from './endStatement.js';
import { hintOf } from './hintOf.js';
import type { Session } from './session.js';
import type { Sessions } from './sessions.js';

/**
 * The phase of a statement. `waiting`: for a session. `ending`: given up, but not yet returned by the
 * server. `done`: returned, or given up before it had a session.
 */
type Phase =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'running'; readonly session: Session }
  | { readonly kind: 'ending'; readonly settle: () => void }
  | { readonly kind: 'done'; readonly settle: (isConnected: boolean) => void };

/** How long a statement may take, and who is told that the server is still at it afterwards. */
interface Patience {
  /** Milliseconds. */
  readonly timeout: number;
  readonly holdUntil?: ((done: Promise<unknown>) => void) | undefined;
  /** Told of a statement that named what the server does not have, or does not show. */
  readonly onUnknownName?: (() => void) | undefined;
}

/** What the server says of a failure; the driver's own errors have no severity. */
interface ServerError extends Error {
  readonly code?: string;
  readonly severity?: string;
}

/**
 * The server's errors of a table or column that is not there, whose rights were taken, or whose type
 * became one that the statement does not fit.
 */
const unknownNames: ReadonlySet<string> = new Set(['42703', '42P01', '42501', '42883', '42804']);
/** A statement that was prepared before its table changed, among others. */
const outdated = '0A000';

async function endOrReplace(
  sessions: Sessions,
  session: Session,
  settled: Promise<void>,
): Promise<void> {
  if (await endStatement(sessions, session, settled)) return;
  // Where they are replaced already, others are silent for the same reason, which counts once.
  const isFirst = sessions.has(session);
  sessions.drop(session);
  if (!isFirst) return;
  sessions.replace();
  throw new SourceUnreachable();
}

/**
 * Whether an error ended its session. The server says its severity in the language of its messages, so
 * its class decides: exceptions of connections, and interventions of an operator but for a cancellation.
 */
const isFatal = ({ code = '', severity }: ServerError): boolean =>
  severity === undefined || /^(?:08|57P)/.test(code);

type Told = (error: ServerError | null, rows?: readonly Row[]) => void;

/** Runs a statement on a session; where its table has changed since it was prepared, once more. */
function run(
  session: Session,
  { sql, parameters }: Statement,
  told: Told,
  isRepeated = false,
): void {
  const query = {
    name: session.nameOf(sql),
    text: sql,
    values: [...parameters],
    rowMode: 'array' as const,
  };
  session.client.query<SqlRow, Statement['parameters'][number][]>(
    query,
    (error: ServerError | null, result) => {
      if (error && !isFatal(error)) session.forget(sql);
      if (error?.code === outdated && !isRepeated) run(session, { sql, parameters }, told, true);
      else if (error) told(error);
      else told(null, result.rows);
    },
  );
}

/** Its values are those of `SqlValue`, as `typeParsers.ts` reads them. */
type SqlRow = Row[number][];

/**
 * Runs one statement on a session. It uses callbacks, because each promise in between would cost the
 * fastest fetches measurable time. No word of the driver's is passed on: it may hold values, statements
 * and hosts.
 *
 * @throws {ExchangeError} SOURCE_TIMEOUT, and then the statement is ended at the server too, or
 *   SOURCE_UNAVAILABLE
 */
export function execute(
  sessions: Sessions,
  statement: Statement,
  { timeout, holdUntil, onUnknownName }: Patience,
): Promise<readonly Row[]> {
  return new Promise((resolve, reject) => {
    let phase: Phase = { kind: 'waiting' };
    const hold = (done: Promise<unknown>): void => {
      holdUntil?.(done);
      // Where nobody holds a place for it, nobody waits for it.
      done.catch(() => undefined);
    };
    const giveUp = (): void => {
      if (phase.kind === 'running') {
        const { session } = phase;
        const settled = new Promise<void>((settle) => {
          phase = { kind: 'ending', settle };
        });
        hold(endOrReplace(sessions, session, settled));
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
    sessions.take((refused, session) => {
      if (phase.kind === 'done') {
        phase.settle(!refused);
        if (!refused && session) sessions.give(session);
        return;
      }
      if (refused || !session) {
        clearTimeout(timer);
        reject(new SourceUnreachable(refused && hintOf(refused)));
        return;
      }
      phase = { kind: 'running', session };
      run(session, statement, (error, rows) => {
        if (phase.kind === 'ending') phase.settle();
        if (phase.kind !== 'running') return;
        phase = { kind: 'done', settle: () => undefined };
        clearTimeout(timer);
        if (error) {
          if (isFatal(error)) sessions.drop(session);
          else sessions.give(session);
          if (unknownNames.has(error.code ?? '')) onUnknownName?.();
          reject(
            isFatal(error) ? new SourceUnreachable() : new ExchangeError('SOURCE_UNAVAILABLE'),
          );
          return;
        }
        sessions.give(session);
        resolve(rows ?? []);
      });
    });
  });
}
