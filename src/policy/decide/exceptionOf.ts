import type { Field, Resource } from '../../catalog/model/catalog.js';
import type { Condition, Leaf } from '../model/condition.js';

/** A field's other self in a resource over the same table: of the same column, and of the same type. */
function sameIn(resource: Resource, { column, type }: Field): Field | undefined {
  return [...resource.fields.values()].find(
    (one) => one.column.name === column.name && one.type === type,
  );
}

function leafIn(leaf: Leaf, named: Resource, resource: Resource): Leaf | undefined {
  if (leaf.kind === 'has') return leaf;
  if (leaf.kind === 'some') return undefined;
  const field = named.fields.get(leaf.field);
  const same = field && sameIn(resource, field);
  return same && { ...leaf, field: same.name };
}

/**
 * A condition on the rows of one resource as one on those of another over the same table; undefined where
 * that has no field of a column which the condition compares.
 */
function conditionIn(
  condition: Condition,
  named: Resource,
  resource: Resource,
): Condition | undefined {
  switch (condition.kind) {
    case 'everything':
    case 'nothing':
      return condition;
    case 'and':
    case 'or': {
      const of = condition.of.map((part) => conditionIn(part, named, resource));
      const found = of.filter((part) => part !== undefined);
      return found.length === of.length ? { kind: condition.kind, of: found } : undefined;
    }
    case 'not': {
      const of = conditionIn(condition.of, named, resource);
      return of && { kind: 'not', of };
    }
    case 'in':
    case 'compare':
    case 'isNull':
    case 'some':
    case 'has':
      return leafIn(condition, named, resource);
  }
}

/**
 * The exception of a rule that masks, for a resource that has the column which the rule masks; undefined
 * where none holds. In a view, the columns of one row may be of several rows of the table, so that nothing
 * tells there of the masked one whether it meets the condition.
 *
 * @param named the resource that the rule names
 */
export function exceptionOf(
  clearWhere: Condition | undefined,
  named: Resource,
  resource: Resource,
): Condition | undefined {
  if (!clearWhere || named.name === resource.name) return clearWhere;
  return named.table === resource.table ? conditionIn(clearWhere, named, resource) : undefined;
}
