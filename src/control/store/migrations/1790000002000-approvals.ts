import { Table, TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';

const text = (name: string, length: number) => ({
  name,
  type: 'varchar',
  length: String(length),
});

type Field = Readonly<Record<string, unknown>> & { readonly approvedBy?: readonly unknown[] };
type Resource = Readonly<Record<string, unknown>> & {
  readonly fields: Readonly<Record<string, Field>>;
};

const mapValues = <From, To>(of: Readonly<Record<string, From>>, to: (value: From) => To) =>
  Object.fromEntries(Object.entries(of).map(([name, value]) => [name, to(value)] as const));

/** Approvals were roles alone. They stay in force, as acts that an auditor finds to be on no file. */
function namingActs(resources: Readonly<Record<string, Resource>>, date: string) {
  const unknown = 'not on file';
  return mapValues(resources, ({ fields, ...given }) => ({
    ...given,
    fields: mapValues(fields, ({ approvedBy, ...stated }) => ({
      ...stated,
      ...(approvedBy && {
        approvedBy: approvedBy.map((role) => ({ role, number: unknown, date, office: unknown })),
      }),
    })),
  }));
}

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
    const grants = (await runner.query(
      `SELECT id, resources FROM ${isMysql ? '`grant`' : '"grant"'}`,
    )) as readonly { readonly id: string; readonly resources: string }[];
    for (const { id, resources } of grants) {
      const given = JSON.parse(resources) as Readonly<Record<string, Resource>>;
      const named = JSON.stringify(namingActs(given, new Date().toISOString().slice(0, 10)));
      await runner.query(
        `UPDATE ${isMysql ? '`grant`' : '"grant"'} SET resources = ? WHERE id = ?`,
        [named, id],
      );
    }
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
