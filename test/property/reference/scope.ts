import { model, mostWhole, type ModelRow, type TypeName } from '../universe/model.js';
import type { Attributes, ScopeChoice } from '../universe/scopes.js';

import { meetsOperator } from './comparing.js';
import { isDay, meaningOf } from './meaning.js';
import { asKeyOf } from './spelling.js';

/** Whether a value is one of a field: "a value is of the field's type, and its column can hold it". */
function fits(type: TypeName, field: string, value: unknown): boolean {
  const { type: scalar, isWhole } = model[type].fields[field]!;
  switch (scalar) {
    case 'Int':
      return Number.isSafeInteger(value);
    case 'Boolean':
      return typeof value === 'boolean';
    case 'Date':
      return typeof value === 'string' && isDay(value);
    case 'ID':
      if (isWhole) {
        return (
          typeof value === 'string' && /^[1-9][0-9]*$/.test(value) && BigInt(value) <= mostWhole
        );
      }
      return typeof value === 'string';
    case 'String':
      return typeof value === 'string';
  }
}

/** What stands in the place of an attribute: the requester's values, or none. */
function valuesOf({ operand }: ScopeChoice & { kind: 'compare' }, attributes: Attributes) {
  if (typeof operand !== 'string') return operand;
  return operand === 'missing' ? [] : attributes[operand];
}

/**
 * "A missing attribute empties the whole scope, under `not` too", and so does one of which a value is
 * none of its column's, one that is several where one is compared, and an empty text that orders.
 */
function canBeCompared(type: TypeName, scope: ScopeChoice, attributes: Attributes): boolean {
  switch (scope.kind) {
    case 'isNull':
      return true;
    case 'not':
      return canBeCompared(type, scope.of, attributes);
    case 'and':
    case 'or':
      return scope.of.every((part) => canBeCompared(type, part, attributes));
    case 'compare': {
      const values = valuesOf(scope, attributes);
      if (values.length === 0 || !values.every((value) => fits(type, scope.field, value))) {
        return false;
      }
      // Equality with one of several is equality with any.
      if (scope.operator === 'eq' || scope.operator === 'in') return true;
      return values.length === 1 && values[0] !== '';
    }
  }
}

function meets(
  scope: ScopeChoice,
  attributes: Attributes,
  row: ModelRow,
  citizens: ReadonlySet<string>,
): boolean {
  switch (scope.kind) {
    case 'not':
      return !meets(scope.of, attributes, row, citizens);
    case 'and':
      return scope.of.every((part) => meets(part, attributes, row, citizens));
    case 'or':
      return scope.of.some((part) => meets(part, attributes, row, citizens));
    case 'isNull':
      return meetsOperator(row[scope.field] ?? null, 'isNull', scope.value);
    case 'compare': {
      const values = valuesOf(scope, attributes);
      const isOneOf = scope.operator === 'eq' || scope.operator === 'in';
      return isOneOf
        ? meetsOperator(row[scope.field] ?? null, 'in', values, asKeyOf(citizens, scope.field))
        : meetsOperator(row[scope.field] ?? null, scope.operator, values[0]);
    }
  }
}

/**
 * Whether a row is in a scope, for who has these attributes.
 *
 * @param citizens the fields that hold citizens' numbers
 */
export function holds(
  type: TypeName,
  scope: ScopeChoice,
  attributes: Attributes,
  row: ModelRow,
  citizens: ReadonlySet<string>,
): boolean {
  return (
    canBeCompared(type, scope, attributes) &&
    meets(scope, attributes, meaningOf(type, row), citizens)
  );
}
