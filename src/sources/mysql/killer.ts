import { createConnection, type Connection, type ConnectionOptions } from 'mysql2';

import { cut } from './cut.js';
import { ignoreErrors } from './openPool.js';

/** Milliseconds for the server to answer a kill. */
const patience = 1_000;

/**
 * Ends statements at the server. It uses a connection of its own, because a connection that runs a
 * statement accepts nothing before the statement has ended. A user needs no right to end statements
 * of its own connections.
 */
export class Killer {
  readonly #options: ConnectionOptions;
  #connection: Connection | null = null;

  constructor(options: ConnectionOptions) {
    this.#options = options;
  }

  /**
   * A connection that does not answer is ended. Another one is opened by the next call.
   *
   * @returns whether the thread's statement has ended, or was not running
   */
  kill(threadId: number): Promise<boolean> {
    return new Promise((resolve) => {
      const connection = this.#connected();
      const giveUp = setTimeout(() => {
        if (this.#connection === connection) this.#connection = null;
        cut(connection);
        resolve(false);
      }, patience);
      connection.query(`KILL QUERY ${threadId}`, (error) => {
        clearTimeout(giveUp);
        resolve(!error);
      });
    });
  }

  close(): void {
    if (this.#connection) cut(this.#connection);
    this.#connection = null;
  }

  #connected(): Connection {
    if (this.#connection) return this.#connection;
    const connection = createConnection(this.#options);
    ignoreErrors(connection);
    const forget = (): void => {
      if (this.#connection === connection) this.#connection = null;
    };
    connection.once('error', forget);
    connection.once('end', forget);
    this.#connection = connection;
    return connection;
  }
}
