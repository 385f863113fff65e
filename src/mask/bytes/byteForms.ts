import type { MaskRuleName } from '../mask.js';

import { maskAddressBytes } from './maskAddressBytes.js';
import type { MaskBytes } from './maskBytes.js';
import { maskIdNumberBytes } from './maskIdNumberBytes.js';
import { maskNameBytes } from './maskNameBytes.js';

/** The rules that mask most texts as bytes. What they do not take, and every other rule, is masked as a value. */
export const byteForms: ReadonlyMap<MaskRuleName, MaskBytes> = new Map([
  ['ADDRESS', maskAddressBytes],
  ['ID_NUMBER', maskIdNumberBytes],
  ['NAME', maskNameBytes],
]);
