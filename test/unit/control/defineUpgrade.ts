import { generateKeyPairSync } from 'node:crypto';

import { expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';

import { controlDataSource } from '../../../src/control/store/controlDataSource.js';
import { ControlStore } from '../../../src/control/store/controlStore.js';

const resources = {
  Resident: { reach: ['LOOKUP'], fields: { name: { form: 'CLEAR', approvedBy: ['PROVIDER'] } } },
};

/** Takes migrations back until the named one is the last. */
async function undoTo(source: DataSource, last: string): Promise<void> {
  const names = source.migrations.map(({ name }) => name);
  const later = names.length - 1 - names.indexOf(last);
  for (let time = 0; time < later; time += 1) await source.undoLastMigration();
}

const ed25519 = () => generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }).x!;

/**
 * What holds of a control database that was written by a version of before.
 *
 * @param open makes an empty one, and tells its URL
 */
export function defineUpgrade(open: () => Promise<string>): void {
  it('keeps its grants in force, with approvals that an auditor finds to be on no file', async () => {
    const url = await open();
    const source = await controlDataSource(url).initialize();
    await source.runMigrations();
    await undoTo(source, 'Reason1790000001000');
    const table = url.startsWith('mysql') ? '`grant`' : '"grant"';
    await source.query(
      `INSERT INTO ${table} (id, client, purpose, status, valid_until, resources) VALUES ('G-1', 'fund', 'any', 'ACTIVE', '2099-12-31T00:00:00Z', ?)`,
      [JSON.stringify(resources)],
    );
    await source.destroy();
    const store = await ControlStore.open(url);
    try {
      const [grant] = (await store.load()).seed.grants;
      expect(grant?.resources['Resident']?.fields['name']).toEqual({
        form: 'CLEAR',
        approvedBy: [
          {
            role: 'PROVIDER',
            number: 'not on file',
            office: 'not on file',
            date: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
          },
        ],
      });
    } finally {
      await store.close();
    }
  });

  it('keeps the keys of its clients and administrators, which were of Ed25519 only', async () => {
    const url = await open();
    const source = await controlDataSource(url).initialize();
    await source.runMigrations();
    await undoTo(source, 'Approvals1790000002000');
    const [ofFund, second, ofPolice] = [ed25519(), ed25519(), ed25519()];
    await source.query("INSERT INTO client (id, agency, attributes) VALUES ('fund', 'qd', '{}')");
    for (const [kid, x] of Object.entries({ a: ofFund, b: second })) {
      await source.query("INSERT INTO client_key (client, kid, x) VALUES ('fund', ?, ?)", [kid, x]);
    }
    await source.query(
      "INSERT INTO administrator (id, agency, role, kid, x) VALUES ('police', 'qd', 'AUDITOR', 'p', ?)",
      [ofPolice],
    );
    await source.destroy();
    const key = (kid: string, x: string) => ({ kid, kty: 'OKP', crv: 'Ed25519', x });
    const store = await ControlStore.open(url);
    try {
      const { clients, administrators } = (await store.load()).seed;
      expect(clients[0]?.keys).toEqual([key('a', ofFund), key('b', second)]);
      expect(administrators[0]?.key).toEqual(key('p', ofPolice));
    } finally {
      await store.close();
    }
  });

  it('goes back to the tables of before, but not with keys that they cannot hold', async () => {
    const url = await open();
    const source = await controlDataSource(url).initialize();
    try {
      await source.runMigrations();
      const insert = (kid: string, jwk: object) =>
        source.query("INSERT INTO client_key (client, kid, jwk) VALUES ('fund', ?, ?)", [
          kid,
          JSON.stringify(jwk),
        ]);
      const x = ed25519();
      await insert('a', { kty: 'OKP', crv: 'Ed25519', x });
      await insert('b', { kty: 'RSA', n: 'AQAB', e: 'AQAB' });
      await expect(undoTo(source, 'Approvals1790000002000')).rejects.toThrow('P-256 and RSA');
      const kids: unknown = await source.query('SELECT kid FROM client_key ORDER BY kid');
      expect(kids).toMatchObject([{ kid: 'a' }, { kid: 'b' }]);
      await source.query("DELETE FROM client_key WHERE kid = 'b'");
      await undoTo(source, 'Approvals1790000002000');
      const before: unknown = await source.query('SELECT kid, x FROM client_key');
      expect(before).toMatchObject([{ kid: 'a', x }]);
    } finally {
      await source.destroy();
    }
  });
}
