import { join } from 'node:path';

import { projectDir } from '../../../src/start/projectDir.js';
import { readCatalogs } from '../../../src/start/readCatalogs.js';
import { openMariadbWorld } from '../../support/mariadbWorld.js';
import { openSqliteWorld } from '../../support/sqliteWorld.js';
import type { GatewayWorld } from '../../support/testDeployment.js';
import { testSources } from '../../support/testSources.js';
import type { WorldStatements } from '../../support/testWorld.js';

const statements: WorldStatements = {
  population: [
    `CREATE TABLE person (row_id BIGINT PRIMARY KEY NOT NULL, number BIGINT NOT NULL UNIQUE,
      name VARCHAR(20) NOT NULL, born DATE, town VARCHAR(20) NOT NULL, family VARCHAR(20) NOT NULL)`,
    `INSERT INTO person VALUES
      (1, 11, '甲', '1980-03-07', 'east', 'F1'),
      (2, 23, '乙', '1991-12-12', 'west', 'F1'),
      (3, 35, '丙', '2022-09-01', 'east', 'F2'),
      (4, 47, '丁', NULL, 'west', 'F2'),
      (5, 59, '戊', '1949-12-31', 'north', 'F3')`,
    `CREATE TABLE car (row_id BIGINT PRIMARY KEY NOT NULL, plate VARCHAR(20) NOT NULL UNIQUE,
      owner_number BIGINT NOT NULL)`,
    `INSERT INTO car VALUES
      (1, 'A1', 11), (2, 'A2', 11), (3, 'A3', 35), (4, 'A4', 59), (5, 'A5', 23)`,
  ],
  divisions: [
    `CREATE TABLE account (row_id BIGINT PRIMARY KEY NOT NULL, holder BIGINT NOT NULL UNIQUE,
      bank VARCHAR(20) NOT NULL)`,
    `INSERT INTO account VALUES (1, 11, '工行'), (2, 23, '农行'), (3, 35, '中行'), (4, 59, '建行')`,
    `CREATE TABLE family (code VARCHAR(20) PRIMARY KEY NOT NULL)`,
    `INSERT INTO family VALUES ('F1'), ('F2'), ('F3')`,
  ],
};

/** Five people: 丙 is a child, and of 丁 no date of birth is known. What leads to them, in two sources. */
export async function openPeople(): Promise<GatewayWorld> {
  const open = testSources === 'mariadb' ? openMariadbWorld : openSqliteWorld;
  const world = await open(statements, []);
  const catalogs = await readCatalogs(join(projectDir, 'test/security/permission/catalogs'));
  return { ...world, deployment: { catalogs } };
}
