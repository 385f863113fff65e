import { testSources } from '../../support/testSources.js';
import {
  grades,
  model,
  mostWhole,
  type ModelRow,
  type TypeName,
  type World,
} from '../universe/model.js';
import {
  agency,
  daysFromToday,
  takeSeveral,
  type AttributeName,
  type Attributes,
  type ScopeChoice,
} from '../universe/scopes.js';

import { comparingOf, meetsOperator } from './comparing.js';
import { isDay, isInstant, isMoment, isTime, meaningOf } from './meaning.js';
import { ledTo, type CitizensOf } from './spelling.js';

type Compare = Extract<ScopeChoice, { kind: 'compare' }>;

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
    case 'Grade':
      return typeof value === 'string' && Object.hasOwn(grades, value);
    case 'Boolean':
      return typeof value === 'boolean';
    case 'Date':
      return typeof value === 'string' && isDay(value);
    case 'Time':
      return typeof value === 'string' && isTime(value);
    case 'LocalDateTime':
      return typeof value === 'string' && isMoment(value);
    case 'DateTime':
      return typeof value === 'string' && isInstant(value);
    case 'ID':
      if (isWhole) {
        return (
          typeof value === 'string' && /^[1-9][0-9]*$/.test(value) && BigInt(value) <= mostWhole
        );
      }
      return typeof value === 'string';
    case 'String':
    case 'List':
      return typeof value === 'string';
    case 'JSON':
      return false;
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

/** Who has what a scope speaks of, and where its rows are. */
export interface Surroundings {
  readonly attributes: Attributes;
  readonly world: World;
  /** The fields of a type that the catalog says hold citizens' numbers. */
  readonly citizensOf: CitizensOf;
}

/** The requester's values of an attribute, or none. "The agency's code is an attribute of its clients." */
function heldAs(name: AttributeName, attributes: Attributes) {
  if (name === 'agency') return [agency];
  return name === 'missing' ? [] : attributes[name];
}

/** What a field is compared with. "Of a moment, `$today` is the beginning of the day." */
function valuesOf(type: TypeName, { field, operand }: Compare, attributes: Attributes) {
  switch (operand.kind) {
    case 'literals':
      return operand.values;
    case 'attribute':
      return heldAs(operand.name, attributes);
    case 'day': {
      const day = daysFromToday[operand.name];
      return [model[type].fields[field]!.type === 'Date' ? day : `${day}T00:00:00`];
    }
  }
}

/**
 * "A missing attribute empties the whole scope, under `not` too", and so does one of which a value is
 * none of its column's or of no constant's type, one that is several where one is compared, and an empty
 * text that orders.
 */
function canBeCompared(type: TypeName, scope: ScopeChoice, attributes: Attributes): boolean {
  switch (scope.kind) {
    case 'isNull':
      return true;
    case 'has': {
      const held = heldAs(scope.attribute, attributes);
      const types = scope.values.map((value) => typeof value);
      return held.length > 0 && held.every((value) => types.includes(typeof value));
    }
    case 'some': {
      const { target } = model[type].links[scope.link]!;
      return scope.of === null || canBeCompared(target, scope.of, attributes);
    }
    case 'not':
      return canBeCompared(type, scope.of, attributes);
    case 'and':
    case 'or':
      return scope.of.every((part) => canBeCompared(type, part, attributes));
    case 'compare': {
      const values = valuesOf(type, scope, attributes);
      if (values.length === 0 || !values.every((value) => fits(type, scope.field, value))) {
        return false;
      }
      // Equality with one of several is equality with any.
      if (scope.operator === 'eq' || scope.operator === 'in') return true;
      const areTooMany = values.length > 1 && !takeSeveral.has(scope.operator);
      return !areTooMany && !values.some((value) => value === '');
    }
  }
}

/** "A scope through a link asks for a linked row, whatever the requester may see of it." */
function meetsThrough(
  type: TypeName,
  { link, of }: Extract<ScopeChoice, { kind: 'some' }>,
  row: ModelRow,
  around: Surroundings,
): boolean {
  const { target } = model[type].links[link]!;
  const linked = ledTo(around.citizensOf, type, link, row, (one) => around.world[one]);
  return linked.some((other) => of === null || meets(target, of, other, around));
}

function meets(type: TypeName, scope: ScopeChoice, row: ModelRow, around: Surroundings): boolean {
  switch (scope.kind) {
    case 'not':
      return !meets(type, scope.of, row, around);
    case 'and':
      return scope.of.every((part) => meets(type, part, row, around));
    case 'or':
      return scope.of.some((part) => meets(type, part, row, around));
    case 'some':
      return meetsThrough(type, scope, row, around);
    case 'has': {
      const held = heldAs(scope.attribute, around.attributes);
      return held.some((value) => scope.values.includes(value));
    }
    case 'isNull':
      return ((meaningOf(type, row)[scope.field] ?? null) === null) === scope.value;
    case 'compare': {
      const { field, operator } = scope;
      const value = meaningOf(type, row)[field] ?? null;
      const values = valuesOf(type, scope, around.attributes);
      const comparing = comparingOf(type, field, around.citizensOf(type));
      if (operator === 'eq' || operator === 'in') {
        return meetsOperator(value, 'in', values, comparing);
      }
      return values.some((one) => meetsOperator(value, operator, one, comparing));
    }
  }
}

/** Whether a row is in a scope, for who has these attributes. */
export function holds(
  type: TypeName,
  scope: ScopeChoice,
  row: ModelRow,
  around: Surroundings,
): boolean {
  return canBeCompared(type, scope, around.attributes) && meets(type, scope, row, around);
}
