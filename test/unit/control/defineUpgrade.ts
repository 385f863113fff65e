import { expect, it } from '@jest/globals';

import { controlDataSource } from '../../../src/control/store/controlDataSource.js';
import { ControlStore } from '../../../src/control/store/controlStore.js';

const resources = {
  Resident: { reach: ['LOOKUP'], fields: { name: { form: 'CLEAR', approvedBy: ['PROVIDER'] } } },
};

/** What holds of a control database that was written before approvals were acts. */
export function defineUpgrade(open: () => Promise<string>): void {
  it('keeps its grants in force, with approvals that an auditor finds to be on no file', async () => {
    const url = await open();
    const source = await controlDataSource(url).initialize();
    await source.runMigrations();
    await source.undoLastMigration();
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
}
