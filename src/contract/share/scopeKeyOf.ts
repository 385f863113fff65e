import type { Catalog, Resource } from '../../catalog/model/catalog.js';
import { leavesOf, type Condition, type Operand } from '../../policy/model/condition.js';
import type { ResourceDecision } from '../../policy/model/decisions.js';
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

/** A text that only decisions of one resource have whose row scopes are equal. */
export function scopeKeyOf({ scope, resource }: ResourceDecision, catalog: Catalog): string {
  return JSON.stringify([conditionKey(scope), linkedStorages(scope, resource, catalog)]);
}
