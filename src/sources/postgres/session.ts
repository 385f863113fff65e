import type { Socket } from 'node:net';

import { LRUCache } from 'lru-cache';
import { Client, type ClientConfig } from 'pg';

/** The most statements that one connection keeps prepared. */
const mostPrepared = 200;

/** What the driver has and its types do not tell. */
interface Wire {
  readonly processID: number | null;
  readonly secretKey: number | null;
  readonly connection: {
    readonly stream: Socket;
    readonly parsedStatements: Record<string, string>;
    readonly submittedNamedStatements: Record<string, string>;
    close(what: { readonly type: 'S'; readonly name: string }): void;
  };
}

/** What tells the server which session a statement is to be ended in. */
export interface SessionKey {
  readonly processId: number;
  readonly secret: number;
}

/** One connection, with the statements that are prepared on it. */
export class Session {
  readonly client: Client;
  readonly #names: LRUCache<string, string>;
  #count = 0;

  constructor(config: ClientConfig) {
    this.client = new Client(config);
    this.#names = new LRUCache({
      max: mostPrepared,
      dispose: (name) => {
        // The server reads it before the statement that takes the place.
        const { connection } = this.#wire;
        connection.close({ type: 'S', name });
        Reflect.deleteProperty(connection.parsedStatements, name);
        Reflect.deleteProperty(connection.submittedNamedStatements, name);
      },
    });
  }

  get #wire(): Wire {
    return this.client as unknown as Wire;
  }

  get key(): SessionKey | null {
    const { processID, secretKey } = this.#wire;
    return processID === null || secretKey === null
      ? null
      : { processId: processID, secret: secretKey };
  }

  /** The name that a statement is prepared by. */
  nameOf(sql: string): string {
    const known = this.#names.get(sql);
    if (known !== undefined) return known;
    this.#count += 1;
    const name = `s${this.#count}`;
    this.#names.set(sql, name);
    return name;
  }

  /** Lets a statement be prepared anew. */
  forget(sql: string): void {
    this.#names.delete(sql);
  }

  /** Ends it at once; the other end may be silent for ever. */
  cut(): void {
    this.#wire.connection.stream.destroy();
  }
}
