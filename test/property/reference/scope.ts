import { testSources } from '../../support/testSources.js';
import { model, mostWhole, type ModelRow, type TypeName } from '../universe/model.js';
import type { Attributes, ScopeChoice } from '../universe/scopes.js';

import { comparingOf, meetsOperator, type Comparing } from './comparing.js';
import { isDay, isMoment, meaningOf } from './meaning.js';

/** Whether a value is one of a field: "a value is of the field's type, and its column can hold it". */
function fits(type: TypeName, field: string, value: unknown): boolean {
  const { type: scalar, isWhole } = model[type].fields[field]!;
  switch (scalar) {
    case 'Int':
      return Number.isSafeInteger(value);
    case 'BigInt':
      return isNumber(value, 0) && isSigned(String(value));
    case 'Decimal':
      // SQLite holds them as whole numbers.
      return testSources !== 'sqlite'
        ? isNumber(value, 30)
        : isNumber(value, 0) && isSigned(String(value));
    case 'Boolean':
      return typeof value === 'boolean';
    case 'Date':
      return typeof value === 'string' && isDay(value);
    case 'LocalDateTime':
      return typeof value === 'string' && isMoment(value);
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

/** Digits, or a number that stands for them. */
function isNumber(value: unknown, fraction: number): boolean {
  if (typeof value !== 'string' && typeof value !== 'number') return false;
  const read = /^-?(?:0|[1-9][0-9]{0,34})(?:\.([0-9]+))?$/.exec(String(value));
  return read !== null && (read[1] ?? '').length <= fraction;
}

function isSigned(digits: string): boolean {
  const value = BigInt(digits);
  return value >= -(2n ** 63n) && value < 2n ** 63n;
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
  comparing: (field: string) => Comparing,
): boolean {
  switch (scope.kind) {
    case 'not':
      return !meets(scope.of, attributes, row, comparing);
    case 'and':
      return scope.of.every((part) => meets(part, attributes, row, comparing));
    case 'or':
      return scope.of.some((part) => meets(part, attributes, row, comparing));
    case 'isNull':
      return ((row[scope.field] ?? null) === null) === scope.value;
    case 'compare': {
      const { field, operator } = scope;
      const values = valuesOf(scope, attributes);
      const isOneOf = operator === 'eq' || operator === 'in';
      const [name, operand] = isOneOf ? ['in', values] : [operator, values[0]];
      return meetsOperator(row[field] ?? null, name, operand, comparing(field));
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
    meets(scope, attributes, meaningOf(type, row), (field) => comparingOf(type, field, citizens))
  );
}
