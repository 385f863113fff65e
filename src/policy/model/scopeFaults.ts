import type { Catalog, Resource } from '../../catalog/model/catalog.js';
import { encodeValue } from '../../catalog/model/encodeValue.js';

import { leavesOf, type Condition, type Leaf, type Literal } from './condition.js';
import type { ResourceGrant } from './grant.js';
import { isOrderOperator, takesSeveral } from './operators.js';
import type { Attributes } from './requester.js';

type Has = Extract<Leaf, { readonly kind: 'has' }>;

/** Whether an attribute can be compared with constants: each is of a type that one of them has. */
export function canBeOneOf(values: readonly Literal[], constants: readonly Literal[]): boolean {
  const types = new Set(constants.map((constant) => typeof constant));
  return values.every((value) => types.has(typeof value));
}

function faultOfHas({ attribute, values }: Has, attributes: Attributes): string | undefined {
  const held = attributes.get(attribute) ?? [];
  if (held.length === 0) return `has no attribute "${attribute}"`;
  if (canBeOneOf(held, values)) return undefined;
  return `has an attribute "${attribute}" of another type than what it is compared with`;
}

function faultOf(
  leaf: Exclude<Leaf, { readonly kind: 'some' }>,
  { fields }: Resource,
  attributes: Attributes,
): string | undefined {
  if (leaf.kind === 'has') return faultOfHas(leaf, attributes);
  if (leaf.kind === 'isNull' || leaf.operand.kind !== 'requester') return undefined;
  const { attribute } = leaf.operand;
  const values = attributes.get(attribute) ?? [];
  const field = fields.get(leaf.field);
  if (values.length === 0) return `has no attribute "${attribute}"`;
  if (!field || values.some((value) => encodeValue(field, value) === undefined)) {
    return `has an attribute "${attribute}" that is no value of "${leaf.field}"`;
  }
  if (leaf.kind === 'in') return undefined;
  if (values.length > 1 && !takesSeveral(leaf.operator)) {
    return `has several values of "${attribute}", where one is compared`;
  }
  if (values.includes('') && isOrderOperator(leaf.operator)) {
    return `has an empty text as "${attribute}", which states nothing`;
  }
  return undefined;
}

function faultsIn(
  scope: Condition,
  resource: Resource,
  resources: ReadonlyMap<string, Resource>,
  attributes: Attributes,
): readonly string[] {
  return leavesOf(scope).flatMap((leaf) => {
    if (leaf.kind !== 'some') return faultOf(leaf, resource, attributes) ?? [];
    const target = resources.get(resource.links.get(leaf.link)?.target ?? '');
    return target ? faultsIn(leaf.of, target, resources, attributes) : [];
  });
}

/** Why fields that are to be clear in some rows are so in none, for the same reasons: by the name of each. */
export function formFaults(
  { fields }: ResourceGrant,
  resource: Resource,
  catalog: Pick<Catalog, 'resources'>,
  attributes: Attributes,
): readonly (readonly [string, string])[] {
  return [...fields].flatMap(([name, { form }]) => {
    const condition = typeof form === 'object' ? form.clearWhere : undefined;
    if (!condition) return [];
    const faults = scopeFaults(condition, resource, catalog, attributes);
    return faults.map((fault) => [name, fault] as const);
  });
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
  { resources }: Pick<Catalog, 'resources'>,
  attributes: Attributes,
): readonly string[] {
  return [...new Set(faultsIn(scope, resource, resources, attributes))];
}
