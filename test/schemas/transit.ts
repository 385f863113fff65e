import * as models from 'gtfs/models';

import { resourceOf, shared, type OwnKind } from '../support/ownGateway.js';

import type { Question, RealSchema, Words } from './realSchema.js';

/** A column as the package `gtfs` states it. */
interface Column {
  readonly name: string;
  readonly type: 'text' | 'integer' | 'real' | 'date' | 'time' | 'json';
  readonly primary?: boolean;
  readonly required?: boolean;
  readonly nocase?: boolean;
  readonly min?: number;
  readonly max?: number;
}

interface Table {
  readonly filenameBase: string;
  readonly schema: readonly Column[];
}

const tables = Object.values(models) as readonly Table[];
const keyOf = ({ schema }: Table) => schema.filter(({ primary }) => primary);

/** In SQLite as the package declares it; a day is a number of eight digits, an hour may be the 25th. */
const declared: Readonly<Record<OwnKind, Readonly<Record<Column['type'], string>>>> = {
  sqlite: {
    text: 'text',
    integer: 'integer',
    real: 'real',
    date: 'date',
    time: 'time',
    json: 'json',
  },
  mariadb: {
    text: 'VARCHAR(60)',
    integer: 'INT',
    real: 'DOUBLE',
    date: 'INT',
    time: 'VARCHAR(8)',
    json: 'JSON',
  },
  postgres: {
    text: 'text',
    integer: 'integer',
    real: 'double precision',
    date: 'integer',
    time: 'varchar(8)',
    json: 'jsonb',
  },
};

const fieldTypes = {
  text: 'String',
  integer: 'Int',
  real: 'Float',
  date: 'Date',
  time: 'String',
  json: 'JSON',
};

const camel = (name: string) =>
  name.replace(/_([a-z])/g, (_, first: string) => first.toUpperCase());
const fieldOf = (name: string) => (name === 'id' ? 'rowId' : camel(name));
const typeOf = (table: string) => camel(table).replace(/^./, (first) => first.toUpperCase());

const days = [20240229, 20231231, 19700101, 20241001];
const times = ['06:30:00', '25:10:00', '', '23:59:59'];
const words = ['站', 'a', 'A', "it''s", ''];
const pick = <T>(from: readonly T[], row: number): T => from[row % from.length]!;

/** A value of a column in a row: what ends with `_id` names one of five of its kind. */
function valueOf({ name, type, min = 0, max = Infinity }: Column, row: number): string {
  const kind = /(?:^|_)([a-z]+)_id$/.exec(name)?.[1];
  switch (type) {
    case 'text':
      return `'${kind ? `${kind}${row}` : pick(words, row)}'`;
    case 'integer':
      return String(min + (row % (max - min + 1)));
    case 'real':
      return String(min + row * 1.25);
    case 'date':
      return String(pick(days, row));
    case 'time':
      return `'${pick(times, row)}'`;
    case 'json':
      return `'{"at": ${row}}'`;
  }
}

/** Five rows: of a key of several columns the first is the same in two; the last row has no more than it must. */
function rowsOf(table: Table): string[] {
  const [first, second] = keyOf(table);
  return [0, 1, 2, 3, 4].map((row) => {
    const values = table.schema.map((column) => {
      if (column === first && second) return valueOf(column, row >> 1);
      if (column.primary || column.required) return valueOf(column, row);
      return row === 4 ? 'NULL' : valueOf(column, row);
    });
    return `(${values.join(', ')})`;
  });
}

function statementsOf(table: Table, { kind, folding }: Words): string[] {
  const columns = table.schema.map(({ name, type, primary, required, nocase }) => {
    const rest = `${nocase ? folding : ''} ${primary || required ? 'NOT NULL' : ''}`;
    return `${name} ${declared[kind][type]} ${rest}`;
  });
  const key = keyOf(table).map(({ name }) => name);
  const primary = key.length > 0 ? [`PRIMARY KEY (${key.join(', ')})`] : [];
  return [
    `CREATE TABLE ${table.filenameBase} (${[...columns, ...primary].join(', ')})`,
    `INSERT INTO ${table.filenameBase} VALUES ${rowsOf(table).join(', ')}`,
  ];
}

/** Links that the standard speaks of, which no constraint of the package states. */
const links: Readonly<Record<string, string>> = {
  stops: `
  parent: Stops @link(from: "parentStation", to: "stopId")
  children: [Stops!] @link(from: "stopId", to: "parentStation")
  times: [StopTimes!] @link(from: "stopId", to: "stopId")
  areas: [Areas!] @link(from: "stopId", to: "areaId", through: { type: "StopAreas", from: "stopId", to: "areaId" })`,
  areas: `
  stops: [Stops!] @link(from: "areaId", to: "stopId", through: { type: "StopAreas", from: "areaId", to: "stopId" })`,
  stop_times: `
  trip: Trips @link(from: "tripId", to: "tripId")
  stop: Stops @link(from: "stopId", to: "stopId")`,
  trips: `
  route: Routes @link(from: "routeId", to: "routeId")
  direction: Directions @link(from: ["routeId", "directionId"], to: ["routeId", "directionId"])
  service: Calendar @link(from: "serviceId", to: "serviceId")
  exceptions: [CalendarDates!] @link(from: "serviceId", to: "serviceId")
  times: [StopTimes!] @link(from: "tripId", to: "tripId")`,
  routes: `
  agency: Agency @link(from: "agencyId", to: "agencyId")`,
};

function offeredAs(table: Table, at: number): string {
  const { filenameBase: name, schema } = table;
  const key = keyOf(table).map(({ name: column }) => column);
  const page = `pageBy: ${JSON.stringify(key)}, plural: "${camel(name)}Rows"`;
  const keyed =
    key.length > 1 ? ` @key(fields: ${JSON.stringify(key.map((column) => fieldOf(column)))})` : '';
  const fields = schema.map(({ name: column, type }) => {
    const only = key.length === 1 && key[0] === column ? '! @key' : '';
    const format = type === 'date' ? ', format: "YYYYMMDD"' : '';
    return `  ${fieldOf(column)}: ${fieldTypes[type]}${only} @column(name: "${column}"${format})`;
  });
  return `type ${typeOf(name)} ${resourceOf(name, `03${String(at).padStart(2, '0')}`, page)} ${shared}${keyed} {
${fields.join('\n')}${links[name] ?? ''}
}`;
}

/** All that a table has, row by row, or their number where nothing keeps them apart. */
function questionOf(table: Table): Question {
  const { filenameBase: name, schema } = table;
  if (keyOf(table).length === 0) {
    return {
      ask: `{ ${camel(name)}Aggregate { count } }`,
      sql: `SELECT COUNT(*) AS a FROM ${name}`,
    };
  }
  const fields = schema.filter(({ type }) => type !== 'json');
  const columns = fields.map(({ name: column, type }) =>
    type === 'date' ? `${dashed(column)} AS ${column}` : column,
  );
  return {
    ask: `{ ${camel(name)}Rows(first: 9) { nodes { ${fields.map((one) => fieldOf(one.name)).join(' ')} } } }`,
    sql: `SELECT ${columns.join(', ')} FROM ${name}`,
  };
}

/** A day of eight digits as text. */
function dashed(column: string): string {
  const part = (from: number, length: number) =>
    `SUBSTR(CAST(${column} AS CHAR(8)), ${from}, ${length})`;
  const day = `CONCAT(CONCAT(CONCAT(CONCAT(${part(1, 4)}, '-'), ${part(5, 2)}), '-'), ${part(7, 2)})`;
  return `CASE WHEN ${column} IS NOT NULL THEN ${day} END`;
}

/** Public transport as the world publishes it (GTFS), by the package \`gtfs\`, with rows of our own. */
export const transit: RealSchema = {
  name: 'the tables of GTFS',
  tables: tables.map(({ filenameBase }) => filenameBase),
  statements: (words) => [
    ...tables.flatMap((table) => statementsOf(table, words)),
    "UPDATE stops SET parent_station = 'stop0' WHERE stop_id IN ('stop1', 'stop2')",
    "UPDATE stop_times SET stop_id = 'stop1' WHERE stop_id = 'stop3'",
    "INSERT INTO stop_areas VALUES ('area1', 'stop0'), ('area3', 'stop0')",
    "UPDATE calendar_dates SET date = 20240230 WHERE service_id = 'service2'",
  ],
  types: () => tables.map(offeredAs).join('\n'),
  questions: [
    ...tables.filter(({ filenameBase }) => filenameBase !== 'calendar_dates').map(questionOf),
    {
      ask: '{ calendarDatesRows(first: 9) { nodes { serviceId date exceptionType } } }',
      sql: `SELECT service_id, CASE WHEN date <> 20240230 THEN ${dashed('date')} END AS day, exception_type FROM calendar_dates`,
      mismatches: 1,
    },
    {
      ask: '{ stopsRows(first: 9) { nodes { stopId stopName parent { stopName } children(first: 9) { totalCount nodes { stopId } } areas(first: 9) { nodes { areaName } } } } }',
      sql: `SELECT s.stop_id AS a, s.stop_name AS b, p.stop_name AS c, (SELECT COUNT(*) FROM stops n WHERE n.parent_station = s.stop_id) AS d,
          k.stop_id AS e, r.area_name AS f FROM stops s LEFT JOIN stops p ON p.stop_id = s.parent_station LEFT JOIN stops k ON k.parent_station = s.stop_id
        LEFT JOIN stop_areas j ON j.stop_id = s.stop_id LEFT JOIN areas r ON r.area_id = j.area_id`,
    },
    {
      ask: '{ stopTimesRows(first: 9, where: { trip: { some: { route: { some: { agency: { some: { agencyId: { in: ["agency0", "agency1"] } } } } } } } }) { nodes { tripId stopSequence departureTime stop { stopName } trip { direction { direction } service { startDate } exceptions(first: 9) { nodes { holidayName } } } } } }',
      sql: `SELECT t.trip_id AS a, t.stop_sequence AS b, t.departure_time AS c, s.stop_name AS d, d.direction AS e, ${dashed('c.start_date')} AS f, x.holiday_name AS g
        FROM stop_times t JOIN trips r ON r.trip_id = t.trip_id JOIN routes o ON o.route_id = r.route_id AND o.agency_id IN ('agency0', 'agency1')
        LEFT JOIN stops s ON s.stop_id = t.stop_id LEFT JOIN directions d ON d.route_id = r.route_id AND d.direction_id = r.direction_id
        LEFT JOIN calendar c ON c.service_id = r.service_id LEFT JOIN calendar_dates x ON x.service_id = r.service_id`,
    },
    {
      ask: '{ areasRows(first: 9, where: { stops: { none: { times: { some: { departureTime: { gt: "24" } } } } } }) { nodes { areaId stops(first: 9, orderBy: [{ stopName: DESC }]) { totalCount nodes { stopId } } } } }',
      sql: `SELECT a.area_id AS a, (SELECT COUNT(*) FROM stop_areas n WHERE n.area_id = a.area_id) AS b, j.stop_id AS c FROM areas a
        LEFT JOIN stop_areas j ON j.area_id = a.area_id WHERE a.area_id NOT IN (SELECT n.area_id FROM stop_areas n JOIN stop_times t ON t.stop_id = n.stop_id
          WHERE t.departure_time LIKE '25:%')`,
    },
    {
      ask: '{ fareLegRules(networkId: "network0", fromAreaId: "area1", toAreaId: "area1", fromTimeframeGroupId: "group1", toTimeframeGroupId: "group1", fareProductId: "product1") { legGroupId rulePriority } }',
      sql: "SELECT leg_group_id AS a, rule_priority AS b FROM fare_leg_rules WHERE network_id = 'network0' AND to_area_id = 'area1'",
    },
    {
      ask: '{ calendarRows(first: 9, where: { startDate: { gte: "1970-01-01", lt: "2024-02-29" } }, orderBy: [{ startDate: ASC }]) { nodes { serviceId monday } } }',
      sql: 'SELECT service_id AS a, monday AS b FROM calendar WHERE start_date BETWEEN 19700101 AND 20240228',
    },
    {
      ask: '{ vehiclePositionsAggregate(groupBy: [congestionLevel]) { group { congestionLevel } count max { speed } } }',
      sql: 'SELECT congestion_level AS a, COUNT(*) AS b, MAX(speed) AS c FROM vehicle_positions GROUP BY congestion_level',
    },
  ],
};
