import type { ColumnShape } from '../../source/sourceShape.js';

/** Why a column cannot give pages their order; undefined where it can. */
export function whyNoOrder({ storage, nullable, unique }: ColumnShape): string | undefined {
  if (!unique || nullable) return 'its source does not keep it unique and not null any more';
  return storage === 'TEXT' || storage === 'INTEGER'
    ? undefined
    : `its source stores it as ${storage} now, and pages follow texts or whole numbers`;
}
