import { applyMask } from '../../../src/mask/applyMask.js';
import { exampleKey } from '../../../src/mask/maskExamples.js';
import type { ReferenceField } from '../reference/decide.js';

import { model, type ModelValue } from './model.js';
import { isByRow } from './policy.js';

const fields = Object.values(model).flatMap((type) => Object.values(type.fields));
const misfits = fields.flatMap((field) => field.misfits ?? []);
const larges = fields.flatMap((field) => field.larges ?? []);

/**
 * What a contract shows of a value; of what is none of its type, only that it is none. Under a mask all are one
 * that are too large.
 *
 * @param isClear of a form by row, whether it is clear in the row
 */
export function shownAs({ form }: ReferenceField, value: ModelValue, isClear = true): unknown {
  if (form === 'WITHHELD') return 'withheld';
  if (form === 'CLEAR' || (isByRow(form) && isClear))
    return misfits.includes(String(value)) ? 'misfit' : value;
  if (larges.includes(String(value))) return '****';
  // A source writes a blank where a moment is told with a T, and no Z.
  const isClock = typeof value === 'string' && /^[0-9-]{10}T/.test(value);
  return applyMask(
    form.mask,
    isClock ? value.replace('T', ' ').replace(/Z$/, '') : value,
    exampleKey,
  );
}
