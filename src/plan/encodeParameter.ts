import type { Column } from '../catalog/catalog.js';
import type { Storage } from '../catalog/sourceShape.js';

import type { Parameter } from './connector.js';

const encoders: { readonly [Name in Storage]: (value: unknown) => Parameter | undefined } = {
  // A lone surrogate would become another character on its way, and so compare to other rows.
  TEXT: (value) => (typeof value === 'string' && value.isWellFormed() ? value : undefined),
  INTEGER: (value) => {
    if (typeof value === 'boolean') return value ? 1 : 0;
    return Number.isSafeInteger(value) ? (value as number) : undefined;
  },
  REAL: (value) => (typeof value === 'number' && Number.isFinite(value) ? value : undefined),
  BLOB: () => undefined,
};

/**
 * Encodes a value for the column that it is compared to, so that no source converts it. (A number
 * bound to a text column matches every text that begins with it on some.)
 *
 * @returns undefined for a value that the column cannot hold
 */
export function encodeParameter(column: Column, value: unknown): Parameter | undefined {
  return encoders[column.storage](value);
}
