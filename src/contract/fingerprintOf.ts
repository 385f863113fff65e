import type { Catalog, Resource } from '../catalog/model/catalog.js';
import { leavesOf, type Condition, type Operand } from '../policy/model/condition.js';
import type {
  Decisions,
  ResourceDecision,
  VerificationDecision,
} from '../policy/model/decisions.js';
import { keyOf } from '../policy/model/form.js';
import { todayInWords } from '../policy/model/period.js';
import type { Fingerprint } from '../shared/brand.js';
import { sha256 } from '../shared/sha256.js';

function operandKey(operand: Operand): unknown {
  switch (operand.kind) {
    case 'literals':
      return operand.values;
    case 'requester':
      return { requester: operand.attribute };
    case 'today':
      return { today: todayInWords(operand.period) };
  }
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
    case 'some':
      return ['some', condition.link, conditionKey(condition.of)];
    case 'has':
      return ['has', condition.attribute, condition.values];
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

/** How the rows are stored to which a scope leads. */
function linkedStorages(scope: Condition, resource: Resource, catalog: Catalog): unknown {
  return leavesOf(scope).flatMap((leaf) => {
    if (leaf.kind !== 'some') return [];
    const steps = resource.links.get(leaf.link)?.steps ?? [];
    const led = steps.flatMap(({ target }) => catalog.resources.get(target) ?? []);
    const target = led.at(-1);
    return [
      led.map(({ name, columnsNow }) => [name, columnsNow ?? null]),
      target ? linkedStorages(leaf.of, target, catalog) : null,
    ];
  });
}

function resourceKey(decision: ResourceDecision, catalog: Catalog): unknown {
  return [
    decision.resource.name,
    [...decision.reach].sort(),
    [...decision.fields.values()].map(({ field, form, uses }) => [
      field.name,
      keyOf(form),
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
    linkedStorages(decision.scope, decision.resource, catalog),
  ];
}

/**
 * The fingerprint of what was decided: reach, forms, uses, links, scope conditions, verifications and
 * cubes under one catalog version. Requester, grant and expiry are not part of it.
 */
export function fingerprintOf(decisions: Decisions, catalog: Catalog): Fingerprint {
  const resources = [...decisions.resources.values()].map((one) => resourceKey(one, catalog));
  return sha256(JSON.stringify([catalog.version, resources])) as Fingerprint;
}
