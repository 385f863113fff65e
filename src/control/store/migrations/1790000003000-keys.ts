import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';

/** What tells the rows of a table with keys apart. */
const tables = { client_key: ['client', 'kid'], administrator: ['id'] } as const;
const names = ['client_key', 'administrator'] as const;

type Row = Readonly<Record<string, string>>;

async function rowsOf(runner: QueryRunner, table: keyof typeof tables, column: string) {
  const columns = [...tables[table], column].join(', ');
  return (await runner.query(`SELECT ${columns} FROM ${table}`)) as readonly Row[];
}

interface Replacement {
  readonly from: string;
  readonly to: string;
  readonly length: number;
  readonly write: (was: string) => string;
}

/**
 * Puts a column in the place of another. MySQL does not take back a half of it that a crash leaves, so
 * that it goes on where it ended.
 */
async function replace(
  runner: QueryRunner,
  table: keyof typeof tables,
  { from, to, length, write }: Replacement,
): Promise<void> {
  if (!(await runner.hasColumn(table, from))) return;
  if (!(await runner.hasColumn(table, to))) {
    // A row that is without a key all the same is read as no policy at all.
    const column = { name: to, type: 'varchar', length: String(length), default: "''" };
    await runner.addColumn(table, new TableColumn(column));
  }
  const keys = tables[table];
  for (const row of await rowsOf(runner, table, from)) {
    await runner.query(
      `UPDATE ${table} SET ${to} = ? WHERE ${keys.map((key) => `${key} = ?`).join(' AND ')}`,
      [write(row[from] ?? ''), ...keys.map((key) => row[key])],
    );
  }
  await runner.dropColumn(table, from);
}

/** The `x` of an Ed25519 key. */
function xOf(jwk: string): string {
  const { kty, x } = JSON.parse(jwk) as { readonly kty: string; readonly x?: string };
  if (kty === 'OKP' && x !== undefined) return x;
  throw new Error('keys of P-256 and RSA are registered, which the tables of before cannot hold');
}

/**
 * Keys as whole JWKs, since they may be of P-256 and RSA too. Keys of before are of Ed25519. A gateway
 * of before finds no column `x` and refuses everything, which is right: it would not know such keys.
 */
export class Keys1790000003000 implements MigrationInterface {
  readonly name = 'Keys1790000003000';

  async up(runner: QueryRunner): Promise<void> {
    const write = (x: string) => JSON.stringify({ kty: 'OKP', crv: 'Ed25519', x });
    for (const table of names) {
      // The longest key is of RSA with 4096 bits.
      await replace(runner, table, { from: 'x', to: 'jwk', length: 1_000, write });
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    // Before anything is changed, since MySQL takes nothing back.
    for (const table of names) {
      for (const { jwk = '' } of await rowsOf(runner, table, 'jwk')) xOf(jwk);
    }
    for (const table of names) {
      await replace(runner, table, { from: 'jwk', to: 'x', length: 43, write: xOf });
    }
  }
}
