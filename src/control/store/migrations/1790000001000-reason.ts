import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';

/** Why a grant was revoked: its client may ask, and its next application is judged by it. */
export class Reason1790000001000 implements MigrationInterface {
  readonly name = 'Reason1790000001000';

  async up(runner: QueryRunner): Promise<void> {
    const column = { name: 'reason', type: 'varchar', length: '500', isNullable: true };
    await runner.addColumn('grant', new TableColumn(column));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('grant', 'reason');
  }
}
