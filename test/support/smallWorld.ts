import { openMariadbWorld } from './mariadbWorld.js';
import { openSqliteWorld } from './sqliteWorld.js';
import { smallWorldSources } from './testSources.js';
import type { TestWorld } from './testWorld.js';

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

/** Statements that both kinds of database take, one each. */
const divisionsSql = [
  'CREATE TABLE province (code VARCHAR(255) PRIMARY KEY, name VARCHAR(255))',
  'CREATE TABLE city (code VARCHAR(255) PRIMARY KEY, name VARCHAR(255), provinceCode VARCHAR(255))',
  `CREATE TABLE area (code VARCHAR(255) PRIMARY KEY, name VARCHAR(255), cityCode VARCHAR(255),
    provinceCode VARCHAR(255))`,
  `CREATE TABLE street (code VARCHAR(255) PRIMARY KEY, name VARCHAR(255), areaCode VARCHAR(255),
    provinceCode VARCHAR(255), cityCode VARCHAR(255))`,
  `CREATE TABLE village (code VARCHAR(255) PRIMARY KEY, name VARCHAR(255), streetCode VARCHAR(255),
    provinceCode VARCHAR(255), cityCode VARCHAR(255), areaCode VARCHAR(255))`,
  `INSERT INTO province VALUES ('37', '山东省'), ('11', '北京市')`,
  `INSERT INTO city VALUES ('3702', '青岛市', '37')`,
  `INSERT INTO area VALUES ('370202', '市南区', '3702', '37'), ('370203', '市北区', '3702', '37'),
    ('370211', '黄岛区', '3702', '37')`,
  `INSERT INTO street VALUES ('370202001', '八大峡街道', '370202', '37', '3702')`,
  `INSERT INTO village VALUES ('370202001001', '西镇社区', '370202001', '37', '3702', '370202')`,
];

/** @param date the type of a column of dates */
function populationSql(date: string): readonly string[] {
  return [
    `CREATE TABLE resident (row_id BIGINT PRIMARY KEY NOT NULL, id_no VARCHAR(255) NOT NULL UNIQUE,
      name VARCHAR(255) NOT NULL, sex VARCHAR(255), birth_date ${date}, address VARCHAR(255),
      faith VARCHAR(255), division_code VARCHAR(255) NOT NULL)`,
  ];
}

/** A world of two databases of its own, shaped as the sources of the tests' catalogs are. */
export async function openSmallWorld(
  rows: readonly ResidentRow[] = residents,
  kind: 'sqlite' | 'mariadb' = smallWorldSources,
): Promise<TestWorld> {
  const insert = {
    source: 'population',
    sql: 'INSERT INTO resident VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    rows: rows.map((resident) => Object.values(resident) as readonly (string | number | null)[]),
  } as const;
  const open = kind === 'mariadb' ? openMariadbWorld : openSqliteWorld;
  const date = kind === 'mariadb' ? 'DATE' : 'VARCHAR(255)';
  return open({ divisions: divisionsSql, population: populationSql(date) }, [insert]);
}
