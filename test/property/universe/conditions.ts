import fc from 'fast-check';

import { model, type ModelField, type TypeName } from './model.js';
import { once } from './once.js';

export type Operator = 'eq' | 'in' | 'lt' | 'lte' | 'gt' | 'gte' | 'startsWith' | 'has';

/** A condition of an operation, before it is written down. */
export type Where =
  | {
      readonly kind: 'compare';
      readonly field: string;
      readonly operator: Operator;
      /** For `in` some, for any other operator one. */
      readonly values: readonly (string | number | boolean)[];
      /** Stated by a variable, which may be absent. */
      readonly by: 'literal' | 'variable' | 'absent variable';
    }
  | { readonly kind: 'isNull'; readonly field: string; readonly value: boolean }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Where[] }
  | { readonly kind: 'not'; readonly of: Where }
  | {
      readonly kind: 'through';
      readonly link: string;
      /** `every` of links to many only. */
      readonly quantifier: 'some' | 'none' | 'every';
      readonly of: Where;
    };

const directionNames = ['ASC', 'DESC', 'ASC_NULLS_FIRST', 'DESC_NULLS_FIRST'] as const;
export type Direction = (typeof directionNames)[number];

export interface OrderBy {
  readonly field: string;
  readonly direction: Direction;
}

/** The arguments of a list, but for its cursor. */
export interface ListArguments {
  /** How many rows of it, from its beginning or its end. */
  readonly size: number;
  readonly isBackward: boolean;
  readonly where: Where | undefined;
  readonly orderBy: readonly OrderBy[];
}

const ordered = ['lt', 'lte', 'gt', 'gte'] as const;
const operators: Readonly<Record<string, readonly Operator[]>> = {
  ID: ['eq', 'eq', 'in', 'in', 'startsWith'],
  String: ['eq', 'in', 'startsWith', ...ordered],
  Date: ['eq', 'in', ...ordered],
  Int: ['eq', 'in', ...ordered],
  BigInt: ['eq', 'in', ...ordered],
  Decimal: ['eq', 'in', ...ordered],
  Time: ['eq', 'in', ...ordered],
  LocalDateTime: ['eq', 'in', ...ordered],
  DateTime: ['eq', 'in', ...ordered],
  Boolean: ['eq', 'in'],
  Grade: ['eq', 'in'],
  // There is none, which is refused.
  JSON: ['eq'],
  List: ['has'],
};

/** The values that a field may be compared with. */
export function askedOf({ domain, alike = [], larges = [] }: ModelField) {
  return [...domain, ...alike, ...larges].filter((value) => value !== null);
}

/** How a field may be compared; digits that are a number have no beginning, nor have bytes. */
export function operatorsOf(type: TypeName, field: string): readonly Operator[] {
  const { type: scalar, isWhole, isBytes } = model[type].fields[field]!;
  const isText = !isWhole && !isBytes;
  return operators[scalar]!.filter((operator) => isText || operator !== 'startsWith');
}

/** What a list is asked for: its elements, and what looks like one. */
export function elementsOf({ domain, alike = [], larges = [] }: ModelField) {
  const lists = [...domain, ...larges].flatMap((list) => (list === null ? [] : [String(list)]));
  return [...lists.flatMap((list) => JSON.parse(list) as string[]), ...alike.map(String)];
}

/** Of texts, also their beginnings. */
function valuesOf(type: TypeName, field: string, operator: Operator) {
  const domain = askedOf(model[type].fields[field]!);
  if (operator === 'has') return fc.constantFrom(...elementsOf(model[type].fields[field]!));
  if (operator !== 'startsWith') return fc.constantFrom(...domain);
  const beginnings = domain.map((value) => Array.from(String(value)).slice(0, 1).join(''));
  return fc.constantFrom(...beginnings, '\u{10ffff}');
}

const comparing = once((type: TypeName, name: string, operator: Operator): fc.Arbitrary<Where> =>
  fc.record({
    kind: fc.constant('compare' as const),
    field: fc.constant(name),
    operator: fc.constant(operator),
    values: fc.array(valuesOf(type, name, operator), {
      minLength: 1,
      maxLength: operator === 'in' ? 3 : 1,
    }),
    by: fc.constantFrom(
      ...(['literal', 'literal', 'literal', 'variable', 'variable'] as const),
      ...(['literal', 'literal', 'variable', 'absent variable'] as const),
    ),
  }),
);

/** A comparison of one field with some of its values: it holds of about half of all rows. */
export const halvingOf = once((type: TypeName): fc.Arbitrary<Where> => {
  const { fields } = model[type];
  const compared = Object.keys(fields).filter((name) => fields[name]!.type !== 'JSON');
  return fc.constantFrom(...compared).chain((field) => {
    const isList = fields[field]!.type === 'List';
    const values = isList ? elementsOf(fields[field]!) : askedOf(fields[field]!);
    return fc.record({
      kind: fc.constant('compare' as const),
      field: fc.constant(field),
      operator: fc.constant(isList ? ('has' as const) : ('in' as const)),
      values: fc.subarray(values, { minLength: 1, maxLength: isList ? 1 : values.length }),
      by: fc.constant('literal' as const),
    });
  });
});

const leafOf = once((type: TypeName): fc.Arbitrary<Where> => {
  const field = fc.constantFrom(...Object.keys(model[type].fields));
  const isNull = fc.record({ kind: fc.constant('isNull' as const), field, value: fc.boolean() });
  const comparison = field.chain((name) =>
    fc
      .constantFrom(...operatorsOf(type, name))
      .chain((operator) => comparing(type, name, operator)),
  );
  return fc.oneof({ weight: 5, arbitrary: comparison }, { weight: 1, arbitrary: isNull });
});

/** A condition through one of a type's links, which about half of its rows meet. */
export const halvingThroughOf = once((type: TypeName): fc.Arbitrary<Where> => {
  const throughs = Object.entries(model[type].links).map(([link, { target }]) =>
    fc.record({
      kind: fc.constant('through' as const),
      link: fc.constant(link),
      quantifier: fc.constantFrom('some' as const, 'none' as const),
      of: halvingOf(target),
    }),
  );
  return fc.oneof(...throughs);
});

/** A condition through one of a type's links. */
export const throughOf = once((type: TypeName, depth: number): fc.Arbitrary<Where> => {
  const throughs = Object.entries(model[type].links).map(([link, { target, isMany }]) =>
    fc.record({
      kind: fc.constant('through' as const),
      link: fc.constant(link),
      quantifier: fc.constantFrom(
        ...(['some', 'none'] as const),
        ...(isMany ? (['every'] as const) : []),
      ),
      // Many fields may not be filtered by; of several conditions, one is more likely to be left.
      of: fc.oneof(
        whereOf(target, depth - 1),
        fc.record({
          kind: fc.constantFrom('and' as const, 'or' as const),
          of: fc.array(leafOf(target), { minLength: 3, maxLength: 6 }),
        }),
      ),
    }),
  );
  return fc.oneof(...throughs);
});

export const whereOf = once((type: TypeName, depth: number): fc.Arbitrary<Where> => {
  const leaf = leafOf(type);
  if (depth === 0) return leaf;
  const inner = whereOf(type, depth - 1);
  return fc.oneof(
    { weight: 3, arbitrary: leaf },
    { weight: 3, arbitrary: throughOf(type, depth) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constantFrom('and' as const, 'or' as const),
        of: fc.array(inner, { minLength: 1, maxLength: 3 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('not' as const), of: inner }) },
  );
});

const orderByOf = once((type: TypeName): fc.Arbitrary<readonly OrderBy[]> => {
  const place = fc.record({
    field: fc.constantFrom(...Object.keys(model[type].fields)),
    direction: fc.constantFrom(...directionNames),
  });
  return fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    {
      weight: 3,
      arbitrary: fc.uniqueArray(place, {
        minLength: 1,
        maxLength: 2,
        selector: ({ field }) => field,
      }),
    },
  );
});

/** What hangs on one field: a condition on it, an order by it, or both. */
export function argumentsBy(type: TypeName, field: string): fc.Arbitrary<ListArguments> {
  const isNull = fc.boolean().map((value) => ({ kind: 'isNull' as const, field, value }));
  const compared = fc
    .constantFrom(...operatorsOf(type, field))
    .chain((operator) => comparing(type, field, operator));
  return fc.record({
    size: fc.integer({ min: 1, max: 6 }),
    isBackward: fc.boolean(),
    where: fc.option(fc.oneof(isNull, compared), { nil: undefined, freq: 2 }),
    orderBy: fc.constantFrom(...directionNames).map((direction) => [{ field, direction }]),
  });
}

export function listArguments(
  type: TypeName,
  size: fc.Arbitrary<number>,
): fc.Arbitrary<ListArguments> {
  return fc.record({
    size,
    isBackward: fc.constantFrom(false, false, true),
    where: fc.option(whereOf(type, 2), { nil: undefined, freq: 3 }),
    orderBy: orderByOf(type),
  });
}

/** Whether a condition hangs on a variable that has no value. */
export function hasAbsentVariable(where: Where | undefined): boolean {
  switch (where?.kind) {
    case undefined:
    case 'isNull':
      return false;
    case 'compare':
      return where.by === 'absent variable';
    case 'not':
    case 'through':
      return hasAbsentVariable(where.of);
    case 'and':
    case 'or':
      return where.of.some(hasAbsentVariable);
  }
}
