import type { Ask, Connection } from '../byHand/connection.js';

import { askByKeys } from './askByKeys.js';
import type { CompanyRow, DivisionRow, ProvinceRow, ResidentRow } from './rows.js';

/** The first rows of a table, each number of them by a prepared statement of its own. */
function askFirst<Row>(
  { prepare }: Pick<Connection, 'prepare'>,
  columns: string,
  table: string,
): (first: number) => Promise<readonly Row[]> {
  const prepared = new Map<number, Ask<Row>>();
  return (first) => {
    let ask = prepared.get(first);
    if (!ask) {
      ask = prepare<Row>(`SELECT ${columns} FROM ${table} ORDER BY row_id LIMIT ${first}`);
      prepared.set(first, ask);
    }
    return ask();
  };
}

/** Columns by the names of fields. */
function columnsOf(quote: string, fields: Readonly<Record<string, string>>): string {
  return Object.entries(fields)
    .map(([field, column]) => `${column} AS ${quote}${field}${quote}`)
    .join(', ');
}

/** The statements of resolvers and loaders. */
export function prepareStatements(connection: Connection) {
  const { names, dialect } = connection;
  const { quote, placeholder } = dialect;
  const resident = columnsOf(quote, {
    key: 'id_no',
    name: 'name',
    birthDate: 'birth_date',
    address: 'address',
    divisionCode: 'division_code',
  });
  const company = columnsOf(quote, {
    name: 'name',
    status: 'status',
    legalRepIdNo: 'legal_rep_id_no',
  });
  const residents = `${names.population}.resident`;
  const companies = `${names.market}.company`;
  return {
    residents: askFirst<ResidentRow>(connection, resident, residents),
    companies: askFirst<CompanyRow>(connection, company, companies),
    resident: connection.prepare<ResidentRow>(
      `SELECT ${resident} FROM ${residents} WHERE id_no = ${placeholder(1)}`,
    ),
    residentsByKey: askByKeys<ResidentRow>(
      connection,
      (keys) => `SELECT ${resident} FROM ${residents} WHERE id_no IN ${keys}`,
    ),
    divisionsByCode: askByKeys<DivisionRow>(
      connection,
      (keys) =>
        `SELECT code, name, ${quote}provinceCode${quote}
           FROM ${names.divisions}.area WHERE code IN ${keys}`,
    ),
    provincesByCode: askByKeys<ProvinceRow>(
      connection,
      (keys) => `SELECT code, name FROM ${names.divisions}.province WHERE code IN ${keys}`,
    ),
    companiesByKey: askByKeys<CompanyRow>(
      connection,
      (keys) =>
        `SELECT ${company} FROM ${companies} WHERE legal_rep_id_no IN ${keys} ORDER BY row_id`,
    ),
  };
}

export type Statements = ReturnType<typeof prepareStatements>;
