import type { Pool } from 'mysql2';

import { aggregateOfNone } from '../../source/aggregateOfNone.js';
import type { AggregateRequest } from '../../source/aggregateRequest.js';
import { fullCapabilities } from '../../source/capabilities.js';
import type { Connector } from '../../source/connector.js';
import type { FetchRequest } from '../../source/fetchRequest.js';
import type { Row } from '../../source/row.js';
import type { SourceShape } from '../../source/sourceShape.js';
import { readGroups } from '../sql/compileAggregate.js';
import { compileRequest } from '../sql/compileRequest.js';
import type { Statement } from '../sql/statement.js';

import { parseAddress } from './address.js';
import type { Collations } from './collation.js';
import { execute } from './execute.js';
import { Killer } from './killer.js';
import { mysqlDialect } from './mysqlDialect.js';
import { openPool } from './openPool.js';
import { readShape } from './readShape.js';
import { placesOfSingles, readSingles } from './readSingles.js';

export interface MysqlOptions {
  /** `mysql://user:password@host:port/database` */
  readonly url: string;
  /** Milliseconds after which a fetch is given up. */
  readonly timeout: number;
  /** Sees every statement before it runs; for tests that count them. */
  readonly observe?: ((statement: Statement) => void) | undefined;
  /** Told when a statement named a table or a column that the source does not have, or does not show. */
  readonly onUnknownName?: (() => void) | undefined;
}

/**
 * Reads one database of MySQL or MariaDB, through prepared statements in read-only sessions. A lost
 * connection is replaced when one is next needed.
 */
export class MysqlConnector implements Connector {
  readonly capabilities = fullCapabilities;
  readonly #options: MysqlOptions;
  readonly #pool: Pool;
  readonly #killer: Killer;
  readonly #dialect = mysqlDialect(() => this.#collations);
  #collations: Collations = new Map();

  constructor(options: MysqlOptions) {
    const address = parseAddress(options.url);
    this.#options = options;
    this.#pool = openPool(address);
    this.#killer = new Killer(address);
  }

  async shape(): Promise<SourceShape> {
    const { shape, collations } = await readShape((statement) => this.#execute(statement));
    this.#collations = collations;
    return shape;
  }

  fetch(request: FetchRequest): Promise<readonly Row[]> {
    const statement = compileRequest(request, this.#dialect);
    return statement ? this.#read(statement, request) : Promise.resolve([]);
  }

  async aggregate(request: AggregateRequest): Promise<readonly Row[]> {
    const statement = compileRequest(request, this.#dialect);
    if (!statement) return aggregateOfNone(request);
    return readGroups(await this.#read(statement, request), request, this.#dialect);
  }

  explain(request: FetchRequest | AggregateRequest): string | null {
    return compileRequest(request, this.#dialect)?.sql ?? null;
  }

  /** Statements under way are answered first, or given up at their deadline. */
  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#pool.end(() => {
        this.#killer.close();
        resolve();
      });
    });
  }

  #read(statement: Statement, request: FetchRequest | AggregateRequest): Promise<readonly Row[]> {
    this.#options.observe?.(statement);
    const rows = this.#execute(statement);
    const places = placesOfSingles(request);
    return places.length > 0 ? rows.then((found) => readSingles(found, places)) : rows;
  }

  #execute(statement: Statement): Promise<readonly Row[]> {
    const { timeout, onUnknownName } = this.#options;
    return execute(this.#pool, this.#killer, statement, timeout, onUnknownName);
  }
}
