import type { Catalog, Resource } from '../../catalog/model/catalog.js';
import { leavesOf, type Condition, type Operand } from '../../policy/model/condition.js';
import type { ResourceDecision, VerificationDecision } from '../../policy/model/decisions.js';
import { keyOf } from '../../policy/model/form.js';
import { todayInWords } from '../../policy/model/period.js';

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

/** A text that only decisions of one resource have whose row scopes are equal. */
export function scopeKeyOf({ scope, resource }: ResourceDecision, catalog: Catalog): string {
  return JSON.stringify([conditionKey(scope), linkedStorages(scope, resource, catalog)]);
}
