import type { Field } from '../../catalog/model/catalog.js';
import type { Capabilities, ColumnTest } from '../../source/capabilities.js';
import { scalarTypes } from '../../value/scalarTypes.js';

/** An operator depends on the type of a field and on the storage of its column. */
type ComparedField = Pick<Field, 'type'> & { readonly column: Pick<Field['column'], 'storage'> };

/** One way to compare a field, both in the API's filter language and in row scopes of policy. */
interface Operator {
  /** The argument: a value of the field's type, a list of values, or true or false. */
  readonly takes: 'value' | 'values' | 'boolean';
  /** Whether a field has this operator. */
  readonly isOn: (field: ComparedField) => boolean;
  /** Whether a scope may state several values, of which one is enough. */
  readonly takesSeveral?: true;
  /** It is in grants and rules, and in no contract: part by part, an asker could find out a text. */
  readonly isInScopesOnly?: true;
  /** The column tests that the source must support. */
  readonly needs: readonly ColumnTest[];
  readonly description?: string;
}

const onAll = ({ type }: ComparedField) => scalarTypes[type].isCompared;
const onOrdered = ({ type }: ComparedField) => scalarTypes[type].isOrdered;

const onLists = ({ type }: ComparedField) => type === 'List';

/** Texts only: an ID that is stored as a number, or as bytes, has no first characters. */
const onTexts = ({ type, column }: ComparedField) =>
  type === 'String' || (type === 'ID' && column.storage === 'TEXT');

/** Every operator, in the order of the schemas. */
export const operators = {
  eq: { takes: 'value', isOn: onAll, needs: ['in'] },
  in: { takes: 'values', isOn: onAll, needs: ['in'] },
  lt: { takes: 'value', isOn: onOrdered, needs: ['lt'] },
  lte: { takes: 'value', isOn: onOrdered, needs: ['lte'] },
  gt: { takes: 'value', isOn: onOrdered, needs: ['gt'] },
  gte: { takes: 'value', isOn: onOrdered, needs: ['gte'] },
  startsWith: {
    takes: 'value',
    isOn: onTexts,
    takesSeveral: true,
    needs: ['gte', 'lt'],
    description: 'Begins with these characters.',
  },
  contains: {
    takes: 'value',
    isOn: onTexts,
    takesSeveral: true,
    isInScopesOnly: true,
    needs: ['contains'],
  },
  has: {
    takes: 'value',
    isOn: onLists,
    takesSeveral: true,
    needs: ['has'],
    description: 'Holds this among its elements.',
  },
  isNull: {
    takes: 'boolean',
    isOn: (field) => onAll(field) || onLists(field),
    needs: ['isNull'],
    description: 'Whether there is no value.',
  },
} as const satisfies Readonly<Record<string, Operator>>;

export type OperatorName = keyof typeof operators;

/** The operators that compare with one value each time, equality excepted. */
export type OrderOperator = Exclude<OperatorName, 'eq' | 'in' | 'isNull'>;

export function isOrderOperator(name: OperatorName): name is OrderOperator {
  return name !== 'eq' && name !== 'in' && name !== 'isNull';
}

// Object.keys gives the keys that the table's type names.
export const operatorNames = Object.keys(operators) as readonly OperatorName[];

function isInScopesOnly(name: OperatorName): boolean {
  const operator: Operator = operators[name];
  return operator.isInScopesOnly ?? false;
}

/** Whether a scope may compare with several values by this operator. */
export function takesSeveral(name: OperatorName): boolean {
  const operator: Operator = operators[name];
  return operator.takesSeveral ?? operator.takes === 'values';
}

/** The operators by which a scope compares a field. */
export function scopeOperatorsOf(field: ComparedField): readonly OperatorName[] {
  return operatorNames.filter((name) => operators[name].isOn(field));
}

/** The operators that a field has in a contract. */
export function operatorsOf(field: ComparedField): readonly OperatorName[] {
  return scopeOperatorsOf(field).filter((name) => !isInScopesOnly(name));
}

/** The operators, of those given, that a source does not support. */
export function unsupportedOperators(
  { tests }: Capabilities,
  names: readonly OperatorName[],
): readonly OperatorName[] {
  return names.filter((name) => operators[name].needs.some((test) => !tests.has(test)));
}
