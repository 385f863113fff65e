import { applyMask } from '../../../src/mask/applyMask.js';
import { exampleKey } from '../../../src/mask/maskExamples.js';
import type { ReferenceField } from '../reference/decide.js';

/** What a contract shows of a value. */
export function shownAs({ form }: ReferenceField, value: string | number | null): unknown {
  if (form === 'WITHHELD') return 'withheld';
  return form === 'CLEAR' ? value : applyMask(form.mask, value, exampleKey);
}
