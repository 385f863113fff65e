import type { BoundExport } from '../../plan/roots/exportRows.js';
import type { RootExecutor } from '../rootExecutor.js';

/** An export leaves chunk by chunk (`export/exportChunk.ts`) and is no part of an answer. */
function refuse(): never {
  throw new TypeError('an export is asked for as a part of an answer');
}

/** Tells what an export would ask of its source. */
export const exportRows: RootExecutor<BoundExport, never> = {
  toRequest: ({ list }) => ({ kind: 'pages', name: 'export', list }),
  fetch: () => Promise.resolve().then(refuse),
  write: refuse,
};
