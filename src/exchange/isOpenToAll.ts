import type { Contract } from '../contract/contract.js';
import { callsForOccasion } from '../plan/facts/highestLevel.js';
import type { FieldDecision, ResourceDecision } from '../policy/model/decisions.js';

import type { Admission } from './admission.js';

function isHidden({ form, uses }: FieldDecision): boolean {
  return form.kind === 'WITHHELD' && uses.size === 0;
}

function isOpen({ fields, verification, cubes }: ResourceDecision): boolean {
  if (verification !== null || cubes.size > 0) return false;
  return [...fields.values()].every(
    (decision) =>
      isHidden(decision) ||
      (decision.field.open === 'UNCONDITIONAL' && !callsForOccasion(decision.field.level)),
  );
}

const known = new WeakMap<Contract, boolean>();

/**
 * Whether an answer can hold nothing but what anybody may have: the public asks, and its contract has
 * fields alone that are open without condition and below level L3.
 */
export function isOpenToAll({ requester, contract }: Admission): boolean {
  if (requester.kind === 'client') return false;
  const found = known.get(contract) ?? [...contract.types.values()].every(isOpen);
  known.set(contract, found);
  return found;
}
