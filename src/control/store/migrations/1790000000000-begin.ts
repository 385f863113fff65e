import { Table, type MigrationInterface, type QueryRunner, type TableColumnOptions } from 'typeorm';

const name = (column: string): TableColumnOptions => ({
  name: column,
  type: 'varchar',
  length: '100',
});
const key = (column: string): TableColumnOptions => ({ ...name(column), isPrimary: true });
const short = (column: string, length: number): TableColumnOptions => ({
  name: column,
  type: 'varchar',
  length: String(length),
});

/** MySQL's TEXT ends at 64 KiB; SQLite's has no end. */
function long(column: string, runner: QueryRunner): TableColumnOptions {
  const isMysql = runner.dataSource.options.type === 'mysql';
  return { name: column, type: isMysql ? 'mediumtext' : 'text' };
}

/** The tables of policy. Texts compare by code point on MySQL, as they do on SQLite. */
export class Begin1790000000000 implements MigrationInterface {
  readonly name = 'Begin1790000000000';

  async up(runner: QueryRunner): Promise<void> {
    const tables: readonly (readonly [string, readonly TableColumnOptions[]])[] = [
      ['agency', [key('code'), short('name', 200)]],
      ['client', [key('id'), name('agency'), long('attributes', runner)]],
      ['client_key', [key('client'), key('kid'), short('x', 43)]],
      [
        'catalog',
        [{ ...short('file', 200), isPrimary: true }, long('text', runner), short('hash', 64)],
      ],
      ['application', [key('client'), key('purpose'), { ...name('scenario'), isNullable: true }]],
      [
        'grant',
        [
          key('id'),
          name('client'),
          name('purpose'),
          short('status', 20),
          short('valid_until', 40),
          long('resources', runner),
        ],
      ],
      ['rule', [key('id'), long('body', runner)]],
      [
        'administrator',
        [key('id'), name('agency'), short('role', 30), name('kid'), short('x', 43)],
      ],
      [
        'revision',
        [
          { name: 'id', type: 'int', isPrimary: true },
          { name: 'number', type: 'int' },
        ],
      ],
    ];
    for (const [table, columns] of tables) {
      await runner.createTable(new Table({ name: table, columns: [...columns] }), true);
      if (runner.dataSource.options.type !== 'mysql') continue;
      await runner.query(
        `ALTER TABLE \`${table}\` CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`,
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    const names = ['revision', 'administrator', 'rule', 'grant', 'application', 'catalog'];
    for (const table of [...names, 'client_key', 'client', 'agency']) {
      await runner.dropTable(table);
    }
  }
}
