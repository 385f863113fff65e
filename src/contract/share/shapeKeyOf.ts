import type { ResourceDecision, VerificationDecision } from '../../policy/model/decisions.js';
import { keyOf } from '../../policy/model/form.js';

function verificationKey(decision: VerificationDecision): unknown {
  const { claims, tellMismatches, tellNotFound } = decision;
  return [claims.map(({ name }) => name), tellMismatches, tellNotFound];
}

function shapeKey(decision: ResourceDecision): unknown {
  const { resource, reach, fields, links, verification, cubes } = decision;
  const { canGroup, canRelate } = resource.capabilities;
  return [
    resource.name,
    [...reach].sort(),
    [...fields.values()].map(({ field, form, uses }) => [
      field.name,
      keyOf(form),
      [...uses].sort(),
    ]),
    [...links.keys()],
    verification && verificationKey(verification),
    [...cubes.keys()],
    // These capabilities shape the schema directly. The others are already part of uses and reach.
    [canGroup, canRelate],
    // Statements depend on how columns are stored.
    resource.columnsNow ?? null,
  ];
}

const shapes = new WeakMap<ResourceDecision, string>();

/** A text that only decisions of one resource have that differ in nothing but their row scope. */
export function shapeKeyOf(decision: ResourceDecision): string {
  const known = shapes.get(decision) ?? JSON.stringify(shapeKey(decision));
  shapes.set(decision, known);
  return known;
}
