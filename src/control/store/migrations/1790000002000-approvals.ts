import { Table, TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';

const text = (name: string, length: number) => ({
  name,
  type: 'varchar',
  length: String(length),
});

/** Who made a grant, who approved of it by which act, and what an agency is registered with. */
export class Approvals1790000002000 implements MigrationInterface {
  readonly name = 'Approvals1790000002000';

  async up(runner: QueryRunner): Promise<void> {
    const isMysql = runner.dataSource.options.type === 'mysql';
    await runner.createTable(
      new Table({
        name: 'approval',
        columns: [
          { ...text('grant', 100), isPrimary: true },
          { ...text('role', 20), isPrimary: true },
          { ...text('agency', 100), isPrimary: true },
          text('administrator', 100),
          text('number', 100),
          text('at', 40),
          { name: 'resources', type: isMysql ? 'mediumtext' : 'text' },
        ],
      }),
      true,
    );
    if (isMysql) {
      await runner.query(
        'ALTER TABLE `approval` CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_bin',
      );
    }
    await runner.addColumns('grant', [
      new TableColumn({ ...text('created_by', 100), isNullable: true }),
      new TableColumn({ name: 'accepts_combinations', type: 'boolean', default: false }),
    ]);
    await runner.addColumns('agency', [
      new TableColumn({ ...text('credit_code', 18), isNullable: true }),
      new TableColumn({ ...text('kind', 30), isNullable: true }),
      new TableColumn({ ...text('parent', 100), isNullable: true }),
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumns('agency', ['credit_code', 'kind', 'parent']);
    await runner.dropColumns('grant', ['created_by', 'accepts_combinations']);
    await runner.dropTable('approval');
  }
}
