import type { DemoTable } from './demoDatabase.js';

/** The table written last: its row says that the others are whole, and of which version. */
export const marker: Omit<DemoTable, 'rows'> = {
  name: 'tongdao_demo',
  columns: [{ name: 'version', type: { kind: 'integer' }, nullable: false }],
  primaryKey: ['version'],
  unique: [],
  indexes: [],
};

/** Rows of one insert: so many that the way to the server costs little, and far from the server's limits. */
export const batchSize = 1_000;
