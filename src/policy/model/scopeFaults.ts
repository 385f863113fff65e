import type { Resource } from '../../catalog/model/catalog.js';
import { encodeValue } from '../../catalog/model/encodeValue.js';

import type { Condition } from './condition.js';
import { isOrderOperator } from './operators.js';
import type { Attributes } from './requester.js';

type Comparing = Extract<Condition, { readonly kind: 'in' | 'compare' }>;

/** The comparisons of a scope, wherever they stand in it. */
function comparisonsIn(condition: Condition): readonly Comparing[] {
  switch (condition.kind) {
    case 'in':
    case 'compare':
      return [condition];
    case 'and':
    case 'or':
      return condition.of.flatMap(comparisonsIn);
    case 'not':
      return comparisonsIn(condition.of);
    case 'everything':
    case 'nothing':
    case 'isNull':
    case 'isPast':
      return [];
  }
}

function faultOf(
  condition: Comparing,
  { fields }: Resource,
  attributes: Attributes,
): string | undefined {
  if (condition.operand.kind !== 'requester') return undefined;
  const { attribute } = condition.operand;
  const values = attributes.get(attribute) ?? [];
  const field = fields.get(condition.field);
  if (values.length === 0) return `has no attribute "${attribute}"`;
  if (!field || values.some((value) => encodeValue(field, value) === undefined)) {
    return `has an attribute "${attribute}" that is no value of "${condition.field}"`;
  }
  if (condition.kind === 'in') return undefined;
  if (values.length > 1) {
    return `has several values of "${attribute}", where one is compared`;
  }
  if (values[0] === '' && isOrderOperator(condition.operator)) {
    return `has an empty text as "${attribute}", which states nothing`;
  }
  return undefined;
}

/**
 * Why a row scope lets nothing through for somebody, whatever the rows are: one attribute that cannot be
 * compared empties the whole scope (`bindScope`).
 *
 * @returns what is told of the client, as `has no attribute "district"`; none where the scope holds
 */
export function scopeFaults(
  scope: Condition,
  resource: Resource,
  attributes: Attributes,
): readonly string[] {
  const faults = comparisonsIn(scope).map((one) => faultOf(one, resource, attributes));
  return [...new Set(faults.filter((fault) => fault !== undefined))];
}
