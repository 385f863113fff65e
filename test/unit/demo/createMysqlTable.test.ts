import { describe, expect, it } from '@jest/globals';

import { collationOf } from '../../../demo/write/collationOf.js';
import {
  createMysqlDatabase,
  createMysqlTable,
  insertRows,
} from '../../../demo/write/createMysqlTable.js';

import { sampleDatabase } from './sampleDatabase.js';

describe('a collation that compares by code point, without padding', () => {
  it.each([
    ['10.11.19-MariaDB-0+deb12u1', 'utf8mb4_nopad_bin'],
    ['11.8.2-MariaDB', 'utf8mb4_nopad_bin'],
    ['8.0.39', 'utf8mb4_0900_bin'],
    ['9.1.0-commercial', 'utf8mb4_0900_bin'],
    ['8.0.11-TiDB-v8.5.0', 'utf8mb4_0900_bin'],
    ['5.7.44-log', null],
    ['5.5.68-MariaDB', null],
    ['', null],
  ])('%s: %s', (version, collation) => {
    expect(collationOf(version)).toBe(collation);
  });
});

describe('the statements that make a demo database on a server', () => {
  const [table] = sampleDatabase(1).tables;

  it('define it, its tables and their indexes', () => {
    expect(createMysqlDatabase('demo', 'utf8mb4_nopad_bin')).toBe(
      'CREATE DATABASE `demo` CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin',
    );
    expect(createMysqlTable('demo', table!)).toBe(
      'CREATE TABLE `demo`.`thing` (`row_id` INT NOT NULL, `code` VARCHAR(10) NOT NULL, ' +
        '`parent_code` VARCHAR(10), `since` DATE, `height` DOUBLE, PRIMARY KEY (`row_id`), ' +
        'UNIQUE KEY (`code`), KEY (`parent_code`, `row_id`)) ENGINE = InnoDB',
    );
  });

  it('insert many rows at once, with every value bound', () => {
    expect(insertRows('demo', table!, 2)).toBe(
      'INSERT INTO `demo`.`thing` VALUES (?, ?, ?, ?, ?), (?, ?, ?, ?, ?)',
    );
  });
});
