import { parsePostgresAddress } from '../../address/postgresAddress.js';
import type { Asking, LanePlaces } from '../../source/asking.js';
import { fullCapabilities } from '../../source/capabilities.js';
import type { Connector } from '../../source/connector.js';
import { aggregateOfNone } from '../../source/request/aggregateOfNone.js';
import type { AggregateRequest } from '../../source/request/aggregateRequest.js';
import type { FetchRequest } from '../../source/request/fetchRequest.js';
import type { Row } from '../../source/row.js';
import type { SourceShape } from '../../source/sourceShape.js';
import type { SourceSizes } from '../../source/tableSize.js';
import { readGroups } from '../sql/select/compileAggregate.js';
import { compileRequest } from '../sql/select/compileRequest.js';
import { rowReader } from '../sql/select/rowReader.js';
import type { Statement } from '../sql/statement.js';

import { execute } from './execute.js';
import { postgresDialect } from './postgresDialect.js';
import { readShape } from './readShape.js';
import { readSizes } from './readSizes.js';
import { Sessions } from './sessions.js';
import type { TextForms } from './textForm.js';

/** The statements of the gateway itself that run at once, such as those that read the shape. */
const ownStatements = 2;

export interface PostgresOptions {
  /** As `parsePostgresAddress` reads it. */
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
 * Reads one schema of a database of PostgreSQL, through prepared statements in read-only sessions. A
 * lost connection is replaced when one is next needed.
 */
export class PostgresConnector implements Connector {
  readonly capabilities = fullCapabilities;
  readonly places: LanePlaces;
  readonly #options: PostgresOptions;
  readonly #sessions: Sessions;
  readonly #dialect = postgresDialect(
    () => this.#forms,
    () => this.#sizes,
  );
  #forms: TextForms = new Map();
  #sizes: SourceSizes = new Map();

  constructor(options: PostgresOptions) {
    const address = parsePostgresAddress(options.url);
    this.#options = options;
    this.places = options.places ?? { light: 16, heavy: 2 };
    const limit = this.places.light + this.places.heavy + ownStatements;
    this.#sessions = new Sessions(address, limit, options.timeout);
  }

  async shape(): Promise<SourceShape> {
    const { shape, forms } = await readShape((statement) => this.#execute(statement));
    this.#forms = forms;
    return shape;
  }

  async sizes(): Promise<SourceSizes> {
    this.#sizes = await readSizes((statement) => this.#execute(statement));
    return this.#sizes;
  }

  fetch(request: FetchRequest, asking?: Asking): Promise<readonly Row[]> {
    const statement = compileRequest(request, this.#dialect);
    return statement ? this.#read(statement, request, asking) : Promise.resolve([]);
  }

  async aggregate(request: AggregateRequest, asking?: Asking): Promise<readonly Row[]> {
    const statement = compileRequest(request, this.#dialect);
    if (!statement) return aggregateOfNone(request);
    return readGroups(await this.#read(statement, request, asking), request, this.#dialect);
  }

  explain(request: FetchRequest | AggregateRequest): string | null {
    return compileRequest(request, this.#dialect)?.sql ?? null;
  }

  /** Statements under way are answered first, or given up at their deadline. */
  close(): Promise<void> {
    return this.#sessions.close();
  }

  #read(
    statement: Statement,
    request: FetchRequest | AggregateRequest,
    asking: Asking | undefined,
  ): Promise<readonly Row[]> {
    this.#options.observe?.(statement);
    const rows = this.#execute(statement, asking);
    const read = rowReader(request);
    return read ? rows.then(read) : rows;
  }

  #execute(statement: Statement, asking?: Asking): Promise<readonly Row[]> {
    const { timeout, onUnknownName } = this.#options;
    const holdUntil = asking?.holdUntil;
    return execute(this.#sessions, statement, { timeout, holdUntil, onUnknownName });
  }
}
