import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import Database from 'better-sqlite3';

import { demoDatabases } from '../../src/cli/demo/agencies/demoDatabases.js';
import { writeTables } from '../../src/cli/demo/write/sqliteStore.js';
import type { SourceName } from '../../src/shared/brand.js';

export interface ResidentRow {
  readonly row_id: number;
  readonly id_no: string;
  readonly name: string;
  readonly sex: string | null;
  readonly birth_date: string | null;
  readonly address: string | null;
  readonly faith: string | null;
  readonly division_code: string;
}

/** Residents by hand: 张小三 and 欧阳明月 in 市南区, 李四 in 市北区, 王五 in 黄岛区, one of no known division. */
export const residents: readonly ResidentRow[] = [
  row(1, '370202199003071233', '张小三', '男', '1990-03-07', '香港中路11号', '佛教', '370202'),
  row(2, '370203198512121510', '李四', '男', '1985-12-12', '山东路2号', null, '370203'),
  row(3, '370202201509010022', '欧阳明月', '女', '2015-09-01', null, '道教', '370202'),
  row(4, '370211197001010018', '王五', '男', null, '长江路3号', null, '370211'),
  row(5, '110105194912310028', '买买提·吐尔逊', '女', '1949-12-31', '福州路4号', null, '999999'),
];

function row(
  row_id: number,
  id_no: string,
  name: string,
  sex: string | null,
  birth_date: string | null,
  address: string | null,
  faith: string | null,
  division_code: string,
): ResidentRow {
  return { row_id, id_no, name, sex, birth_date, address, faith, division_code };
}

const divisionsSql = `
  CREATE TABLE province (code VARCHAR(255) PRIMARY KEY, name VARCHAR(255));
  CREATE TABLE city (code VARCHAR(255) PRIMARY KEY, name VARCHAR(255), provinceCode VARCHAR(255));
  CREATE TABLE area (code VARCHAR(255) PRIMARY KEY, name VARCHAR(255), cityCode VARCHAR(255),
    provinceCode VARCHAR(255));
  CREATE TABLE street (code VARCHAR(255) PRIMARY KEY, name VARCHAR(255), areaCode VARCHAR(255),
    provinceCode VARCHAR(255), cityCode VARCHAR(255));
  CREATE TABLE village (code VARCHAR(255) PRIMARY KEY, name VARCHAR(255), streetCode VARCHAR(255),
    provinceCode VARCHAR(255), cityCode VARCHAR(255), areaCode VARCHAR(255));
  INSERT INTO province VALUES ('37', '山东省'), ('11', '北京市');
  INSERT INTO city VALUES ('3702', '青岛市', '37');
  INSERT INTO area VALUES ('370202', '市南区', '3702', '37'), ('370203', '市北区', '3702', '37'),
    ('370211', '黄岛区', '3702', '37');
  INSERT INTO street VALUES ('370202001', '八大峡街道', '370202', '37', '3702');
  INSERT INTO village VALUES ('370202001001', '西镇社区', '370202001', '37', '3702', '370202');`;

const populationSql = `
  CREATE TABLE resident (row_id INTEGER PRIMARY KEY NOT NULL, id_no TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL, sex TEXT, birth_date TEXT, address TEXT, faith TEXT,
    division_code TEXT NOT NULL);`;

/** The other agencies' sources, without a row. */
function createEmptySources(dir: string): readonly (readonly [SourceName, string])[] {
  const others = demoDatabases().filter(
    ({ source }) => !['divisions', 'population'].includes(source),
  );
  return others.map(({ source, tables }) => {
    const file = join(dir, `${source}.sqlite`);
    const database = new Database(file);
    writeTables(
      database,
      tables.map((table) => ({ ...table, rows: () => [] })),
    );
    database.close();
    return [source, `sqlite:${file}`] as const;
  });
}

/** A world of SQLite files in a folder of its own, shaped as the demo's sources are. */
export function createSmallWorld(rows: readonly ResidentRow[] = residents) {
  const dir = mkdtempSync(join(tmpdir(), 'tongdao-'));
  const divisions = join(dir, 'divisions.sqlite');
  const population = join(dir, 'population.sqlite');
  new Database(divisions).exec(divisionsSql).close();
  const database = new Database(population).exec(populationSql);
  const insert = database.prepare(
    `INSERT INTO resident VALUES
       (@row_id, @id_no, @name, @sex, @birth_date, @address, @faith, @division_code)`,
  );
  for (const resident of rows) insert.run(resident);
  database.close();
  const sources = new Map([
    ['divisions' as SourceName, `sqlite:${divisions}`],
    ['population' as SourceName, `sqlite:${population}`],
    ...createEmptySources(dir),
  ]);
  return { dir, sources };
}
