import type { Field } from '../../catalog/model/catalog.js';
import type { Capabilities, ColumnTest } from '../../source/capabilities.js';

/** What an operator hangs on: the type of a field, and how its column stores it. */
type Compared = Pick<Field, 'type'> & { readonly column: Pick<Field['column'], 'storage'> };

/** One way to compare a field, in the API's filter language and in scopes of policy alike. */
interface Operator {
  /** What a field is compared with: a value of its type, a list of such, or whether there is one. */
  readonly takes: 'value' | 'values' | 'boolean';
  /** The fields that have it. */
  readonly isOn: (field: Compared) => boolean;
  /** What it asks of the column, so of the source. */
  readonly needs: readonly ColumnTest[];
  readonly description?: string;
}

const onAll = () => true;
const ordered: readonly Field['type'][] = ['String', 'Int', 'Float', 'Date'];
const onOrdered = ({ type }: Compared) => ordered.includes(type);

/** An identifier that its source keeps as a number has no first characters. */
const onTexts = ({ type, column }: Compared) =>
  type === 'String' || (type === 'ID' && column.storage !== 'INTEGER');

/** Every operator, in the order in which schemas tell of them. */
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
    needs: ['gte', 'lt'],
    description: 'Begins with these characters.',
  },
  isNull: {
    takes: 'boolean',
    isOn: onAll,
    needs: ['isNull'],
    description: 'Whether there is no value.',
  },
} as const satisfies Readonly<Record<string, Operator>>;

export type OperatorName = keyof typeof operators;

/** How a field is compared to one value, other than by equality. */
export type OrderOperator = Exclude<OperatorName, 'eq' | 'in' | 'isNull'>;

// Object.keys gives the keys that the table's type names.
export const operatorNames = Object.keys(operators) as readonly OperatorName[];

/** The operators that a field has. */
export function operatorsOf(field: Compared): readonly OperatorName[] {
  return operatorNames.filter((name) => operators[name].isOn(field));
}

/** Those of some operators that a source cannot compare by. */
export function unsupportedOperators(
  { tests }: Capabilities,
  names: readonly OperatorName[],
): readonly OperatorName[] {
  return names.filter((name) => operators[name].needs.some((test) => !tests.has(test)));
}
