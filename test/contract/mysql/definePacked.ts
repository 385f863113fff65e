import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { parseMysqlAddress } from '../../../src/address/mysqlAddress.js';
import { PackedRow } from '../../../src/source/packedRow.js';
import { Connections } from '../../../src/sources/mysql/connections.js';
import { execute, executePacked } from '../../../src/sources/mysql/execute.js';
import { createDatabase, type TestDatabase } from '../../support/mariadb.js';

/** A type, and values of it, its ends among them. */
const types: readonly (readonly [type: string, values: readonly string[]])[] = [
  ['TINYINT', ['-128', '0', '127']],
  ['TINYINT UNSIGNED', ['0', '255']],
  ['SMALLINT', ['-32768', '32767']],
  ['SMALLINT UNSIGNED', ['65535']],
  ['MEDIUMINT', ['-8388608', '8388607']],
  ['MEDIUMINT UNSIGNED', ['16777215']],
  ['INT', ['-2147483648', '2147483647']],
  ['INT UNSIGNED', ['4294967295']],
  ['BIGINT', ['-9223372036854775808', '9223372036854775807', '-9007199254740992', '-1', '1']],
  ['BIGINT UNSIGNED', ['18446744073709551615', '9007199254740991', '9007199254740992']],
  ['YEAR', ['0', '1901', '2155']],
  ['FLOAT', ['0.1', '-3.4e38', '1e-38']],
  ['DOUBLE', ['0.1', '-0.0', '1.7e308', '5e-324']],
  ['DECIMAL(65, 30)', ['-1.000000000000000000000000000001', '0']],
  ['DATE', ["'2024-02-29'", "'0000-00-00'", "'9999-12-31'", "'2024-00-00'"]],
  ['DATETIME', ["'2024-02-29 00:00:00'", "'2024-02-29 23:59:59'", "'0000-00-00 00:00:00'"]],
  ['DATETIME(3)', ["'2024-02-29 00:00:00.001'", "'2024-02-29 01:02:03'"]],
  ['DATETIME(6)', ["'2024-02-29 00:00:00.000001'", "'2024-02-29 23:59:59.1'"]],
  ['TIMESTAMP(1) NULL', ["'2024-02-29 23:59:59.9'"]],
  ['TIME', ["'-838:59:59'", "'00:00:00'", "'23:59:59'", "'-00:00:01'"]],
  ['TIME(6)', ["'00:00:00.000001'", "'-01:02:03.5'", "'838:59:59'"]],
  ['BIT(1)', ["b'0'", "b'1'"]],
  ['BIT(64)', ["b'1111'"]],
  ['CHAR(4)', ["'张三 '", "''"]],
  ['VARCHAR(300) CHARACTER SET gbk', ["REPEAT('张', 300)", "''"]],
  ['VARCHAR(9) COLLATE uca1400_ai_ci', ["'é😀'"]],
  ['LONGTEXT', ["REPEAT('a', 250)", "REPEAT('a', 251)", "REPEAT('界', 30000)"]],
  ['VARBINARY(3)', ["x'00ff80'", "''"]],
  ['LONGBLOB', ["REPEAT(x'ff', 70000)"]],
  ["ENUM('甲', 'b')", ["'甲'"]],
  ["SET('甲', 'b')", ["'甲,b'", "''"]],
  ['JSON', ['\'{"a": "甲"}\'']],
  ['UUID', ["'123e4567-e89b-12d3-a456-426655440000'"]],
  ['INET6', ["'2001:db8::1'"]],
  ['POINT', ['POINT(1, 2)']],
];

/** Rows as they are sent are read here, and by the driver they would be read there: both must agree. */
export function definePacked(): void {
  describe('rows as they are sent', () => {
    let database: TestDatabase;
    let connections: Connections;
    beforeAll(async () => {
      database = await createDatabase('packed');
      connections = new Connections(parseMysqlAddress(database.url), 2, 5_000);
    });
    afterAll(async () => {
      await connections.close();
      await database.drop();
    });

    const ask = async (sql: string, width: number) => {
      const statement = { sql, parameters: [] };
      const patience = { timeout: 5_000 };
      const byDriver = await execute(connections, statement, patience);
      const rows = await executePacked(connections, statement, patience, []);
      return {
        byDriver,
        rows,
        read: rows.map((row) => Array.from({ length: width }, (_, at) => row.at(at))),
      };
    };

    it.each(types)('are read as the driver reads them: %s', async (type, values) => {
      const rows = values.map((value) => `(${value}, 1)`);
      await database.query(`CREATE OR REPLACE TABLE one (v ${type}, w INT)`);
      await database.query(`INSERT IGNORE INTO one VALUES ${rows.join(', ')}, (NULL, 2)`);
      const { byDriver, rows: sent, read } = await ask('SELECT v, w FROM one', 2);
      expect(read).toHaveLength(values.length + 1);
      expect(read).toEqual(byDriver);
      expect(sent[0] instanceof PackedRow).toBe(type !== 'POINT');
    });

    it('are read where the bits of nulls take several bytes', async () => {
      const columns = Array.from({ length: 23 }, (_, at) => (at % 3 === 0 ? 'NULL' : `'${at}'`));
      const { byDriver, read } = await ask(`SELECT ${columns.join(', ')}`, 23);
      expect(read).toEqual(byDriver);
    });
  });
}
