import type { Field, Resource } from '../../catalog/model/catalog.js';
import type { MaskRuleName } from '../../mask/mask.js';

/** What a field is, by the mask that its catalog declares for it. */
const byMask: Readonly<Partial<Record<MaskRuleName, string>>> = {
  ID_NUMBER: 'citizen-id',
  PHONE: 'mobile-phone',
  // An address begins with the district in which a citizen's number was mostly given.
  ADDRESS: 'address',
};

/**
 * The element that a field holds, for whoever puts pieces together: as its catalog states, or else as its
 * mask and its role in the resource tell. A catalog that leaves `@element` out hides no combination by it.
 */
export function elementOf(field: Field, { minorsBy }: Resource): string | null {
  if (field.element !== null) return field.element;
  if (minorsBy === field.name) return 'birth-date';
  return (field.mask && byMask[field.mask.rule]) ?? null;
}
