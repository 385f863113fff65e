import { describeMask, type Mask } from '../../mask/mask.js';
import type { CompiledType } from '../compile/compiledType.js';
import type { Faults } from '../fault/fault.js';
import type { Field } from '../model/catalog.js';

/** The masks that keep no part of a value. */
const rulesThatKeepNothing: readonly Mask['rule'][] = ['REDACT', 'HASH'];

const maskOf = ({ mask }: Field) => (mask ? describeMask(mask) : null);

/**
 * How much of a field the catalog shows without an approval. Nothing is shown of a field that is
 * NOT_SHARED, or that has no mask although its level asks for one.
 */
function shown({ share, mask, isWithheld, level }: Field): 'nothing' | 'masked' | 'clear' {
  if (share === 'NOT_SHARED' || isWithheld) return 'nothing';
  if (mask) return rulesThatKeepNothing.includes(mask.rule) ? 'nothing' : 'masked';
  return level === 'L1' || level === 'L2' ? 'clear' : 'nothing';
}

/**
 * Pairs of elements where the first, in clear, tells what a mask of the second hides. A citizen's ID
 * holds the birth date (GB 11643, digits 7 to 14). So a birth date fills most of the gap in a masked
 * ID, and an ID in clear tells a masked birth date.
 */
const tellsPartOf: readonly (readonly [string, string])[] = [
  ['birth-date', 'citizen-id'],
  ['citizen-id', 'birth-date'],
];

/**
 * Finds fields of one type that would together rebuild a masked value: the same element in two forms, or
 * an element in clear that tells what the mask of another hides.
 */
export function checkCombinations({ fields, node }: CompiledType, faults: Faults): void {
  const withElement = [...fields.values()].filter(({ element }) => element !== null);
  const at = ({ name }: Field) => node.fields?.find((item) => item.name.value === name) ?? node;
  withElement.forEach((field, index) => {
    for (const other of withElement.slice(0, index)) {
      const forms = new Set([shown(field), shown(other)]);
      const isSame = field.element === other.element;
      if (isSame && (forms.size > 1 || maskOf(field) !== maskOf(other))) {
        faults.at(
          at(field),
          `"${other.name}" and "${field.name}" hold one element, ${String(field.element)}: they are of one mask, or the one shows what the other hides.`,
        );
      }
      for (const [clear, hidden] of [
        [field, other],
        [other, field],
      ] as const) {
        const tells = tellsPartOf.some(
          ([part, whole]) => part === clear.element && whole === hidden.element,
        );
        if (!tells || shown(clear) !== 'clear' || shown(hidden) !== 'masked') continue;
        faults.at(
          at(field),
          `"${clear.name}" in clear rebuilds what the mask of "${hidden.name}" hides: mask the former, or redact the latter.`,
        );
      }
    }
  });
}
