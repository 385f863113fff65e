import type { Condition, Operand } from '../policy/model/condition.js';
import type {
  Decisions,
  ResourceDecision,
  VerificationDecision,
} from '../policy/model/decisions.js';
import { describeForm } from '../policy/model/form.js';
import type { CatalogVersion, Fingerprint } from '../shared/brand.js';
import { sha256 } from '../shared/sha256.js';

function operandKey(operand: Operand): unknown {
  return operand.kind === 'literals' ? operand.values : { requester: operand.attribute };
}

function conditionKey(condition: Condition): unknown {
  switch (condition.kind) {
    case 'everything':
    case 'nothing':
      return condition.kind;
    case 'in':
      return ['in', condition.field, operandKey(condition.operand)];
    case 'compare':
      return [condition.operator, condition.field, operandKey(condition.operand)];
    case 'isNull':
      return ['isNull', condition.field];
    case 'isPast':
      return ['isPast', condition.field, condition.years];
    case 'and':
    case 'or':
      return [condition.kind, ...condition.of.map(conditionKey)];
    case 'not':
      return ['not', conditionKey(condition.of)];
  }
}

function verificationKey(decision: VerificationDecision): unknown {
  const { claims, tellMismatches, tellNotFound } = decision;
  return [claims.map(({ name }) => name), tellMismatches, tellNotFound];
}

function resourceKey(decision: ResourceDecision): unknown {
  return [
    decision.resource.name,
    [...decision.reach].sort(),
    [...decision.fields.values()].map(({ field, form, uses }) => [
      field.name,
      describeForm(form),
      [...uses].sort(),
    ]),
    [...decision.links.keys()],
    conditionKey(decision.scope),
    decision.verification && verificationKey(decision.verification),
    [...decision.cubes.keys()],
    // These capabilities shape the schema directly. The others are already part of uses and reach.
    [decision.resource.capabilities.canGroup, decision.resource.capabilities.canRelate],
    // Statements depend on how columns are stored.
    decision.resource.columnsNow ?? null,
  ];
}

/**
 * The fingerprint of what was decided: reach, forms, uses, links, scope conditions, verifications and
 * cubes under one catalog version. Requester, grant and expiry are not part of it.
 */
export function fingerprintOf(decisions: Decisions, version: CatalogVersion): Fingerprint {
  const resources = [...decisions.resources.values()].map(resourceKey);
  return sha256(JSON.stringify([version, resources])) as Fingerprint;
}
