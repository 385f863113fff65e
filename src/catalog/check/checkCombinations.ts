import { describeMask, type Mask } from '../../mask/mask.js';
import type { CompiledType } from '../compile/compiledType.js';
import type { Faults } from '../fault.js';
import type { Field } from '../model/catalog.js';

/** Masks that keep no part of a value. */
const tellsNothing: readonly Mask['rule'][] = ['REDACT', 'HASH'];

const maskOf = ({ mask }: Field) => (mask ? describeMask(mask) : null);

/**
 * How much of a field its catalog shows where no approval says otherwise: nothing of what is not
 * shared or has no mask at a level that asks for one.
 */
function shown({ share, mask, isWithheld, level }: Field): 'nothing' | 'masked' | 'clear' {
  if (share === 'NOT_SHARED' || isWithheld) return 'nothing';
  if (mask) return tellsNothing.includes(mask.rule) ? 'nothing' : 'masked';
  return level === 'L1' || level === 'L2' ? 'clear' : 'nothing';
}

/**
 * Elements that tell a part of another, which a mask of that other hides: a citizen's ID holds the
 * birth date (GB 11643, digits 7 to 14), so that beside its head and tail little is missing; and the
 * other way round, an ID in clear tells the birth date that a mask hides.
 */
const tellsPartOf: readonly (readonly [string, string])[] = [
  ['birth-date', 'citizen-id'],
  ['citizen-id', 'birth-date'],
];

/**
 * Finds what would rebuild a masked value within one type: the same element shown in another form,
 * or in clear an element that tells what a mask hides.
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
