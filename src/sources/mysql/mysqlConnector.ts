import { parseMysqlAddress } from '../../address/mysqlAddress.js';
import type { Asking, LanePlaces } from '../../source/asking.js';
import { fullCapabilities } from '../../source/capabilities.js';
import type { Connector } from '../../source/connector.js';
import { aggregateOfNone } from '../../source/request/aggregateOfNone.js';
import type { AggregateRequest } from '../../source/request/aggregateRequest.js';
import type { FetchRequest } from '../../source/request/fetchRequest.js';
import type { FetchedRow, Row } from '../../source/row.js';
import type { SourceShape } from '../../source/sourceShape.js';
import type { SourceSizes } from '../../source/tableSize.js';
import { readGroups } from '../sql/select/compileAggregate.js';
import { compileRequest } from '../sql/select/compileRequest.js';
import { rowReader, valueReaders } from '../sql/select/rowReader.js';
import type { Statement } from '../sql/statement.js';

import type { Collations } from './collation.js';
import { Connections } from './connections.js';
import { execute, executePacked, type ExecuteOptions } from './execute.js';
import { mysqlDialect } from './mysqlDialect.js';
import { readShape } from './readShape.js';
import { readSizes } from './readSizes.js';
import { shownBy } from './shownBy.js';

/** The statements of the gateway itself that run at once, such as those that read the shape. */
const ownStatements = 2;

export interface MysqlOptions {
  /** As `parseMysqlAddress` reads it. */
  readonly url: string;
  /** Milliseconds after which a fetch is given up. */
  readonly timeout: number;
  /** How many statements run at once; so many connections are opened, and few more. */
  readonly places?: LanePlaces;
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
  readonly places: LanePlaces;
  readonly #connections: Connections;
  readonly #dialect = mysqlDialect(
    () => this.#collations,
    () => this.#sizes,
  );
  #collations: Collations = new Map();
  #sizes: SourceSizes = new Map();

  constructor(options: MysqlOptions) {
    const address = parseMysqlAddress(options.url);
    this.#options = options;
    this.places = options.places ?? { light: 16, heavy: 2 };
    const limit = this.places.light + this.places.heavy + ownStatements;
    this.#connections = new Connections(address, limit, options.timeout);
  }

  async shape(): Promise<SourceShape> {
    const { shape, collations } = await readShape((statement) => this.#execute(statement));
    this.#collations = collations;
    return shape;
  }

  async sizes(): Promise<SourceSizes> {
    this.#sizes = await readSizes((statement) => this.#execute(statement));
    return this.#sizes;
  }

  fetch(request: FetchRequest, asking?: Asking): Promise<readonly FetchedRow[]> {
    const statement = compileRequest(request, this.#dialect);
    if (!statement) return Promise.resolve([]);
    this.#options.observe?.(statement);
    const readers = valueReaders(request, shownBy) ?? [];
    return executePacked(this.#connections, statement, this.#patience(asking), readers);
  }

  async aggregate(request: AggregateRequest, asking?: Asking): Promise<readonly Row[]> {
    const statement = compileRequest(request, this.#dialect);
    if (!statement) return aggregateOfNone(request);
    this.#options.observe?.(statement);
    const [rows, read] = [await this.#execute(statement, asking), rowReader(request, shownBy)];
    return readGroups(read ? read(rows) : rows, request, this.#dialect);
  }

  explain(request: FetchRequest | AggregateRequest): string | null {
    return compileRequest(request, this.#dialect)?.sql ?? null;
  }

  /** Statements under way are answered first, or given up at their deadline. */
  close(): Promise<void> {
    return this.#connections.close();
  }

  #execute(statement: Statement, asking?: Asking): Promise<readonly Row[]> {
    return execute(this.#connections, statement, this.#patience(asking));
  }

  #patience(asking: Asking | undefined): ExecuteOptions {
    const { timeout, onUnknownName } = this.#options;
    return { timeout, holdUntil: asking?.holdUntil, onUnknownName };
  }
}
