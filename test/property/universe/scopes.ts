import fc from 'fast-check';

import type { ConditionSeed } from '../../../src/control/policy/conditionSeed.js';

import { askedOf, elementsOf, operatorsOf, type Operator } from './conditions.js';
import { model, type TypeName } from './model.js';
import { once } from './once.js';

/** An attribute of the requester; `missing` it never has, `agency` it has without stating it. */
const attributes = ['held', 'one', 'few', 'missing', 'agency'] as const;
export type AttributeName = (typeof attributes)[number];

type Literals = readonly (string | number | boolean)[];

/** The values of each attribute that the requester states: of any type, several, one or none. */
export type Attributes = Readonly<Record<Exclude<AttributeName, 'missing' | 'agency'>, Literals>>;

/** The code of the one requester's agency. */
export const agency = 'agency';

/** Days before and after the day of every request (`today`), worked out by hand. */
export const daysFromToday = {
  $today: '2003-12-20',
  '$today-P14Y': '1989-12-20',
  '$today-P18Y8D': '1985-12-12',
  '$today-P18Y10M2W5D': '1985-02-01',
  '$today+P16Y12D': '2020-01-01',
} as const;
export type DayFromToday = keyof typeof daysFromToday;

/** What a scope compares with: literals, an attribute, or a day. */
export type Operand =
  | { readonly kind: 'literals'; readonly values: Literals }
  | { readonly kind: 'attribute'; readonly name: AttributeName }
  | { readonly kind: 'day'; readonly name: DayFromToday };

export type ScopeOperator = Operator | 'contains';

/** Which rows a grant or a rule lets through, before it is written down. */
export type ScopeChoice =
  | {
      readonly kind: 'compare';
      readonly field: string;
      readonly operator: ScopeOperator;
      readonly operand: Operand;
    }
  | { readonly kind: 'has'; readonly attribute: AttributeName; readonly values: Literals }
  | { readonly kind: 'some'; readonly link: string; readonly of: ScopeChoice | null }
  | { readonly kind: 'isNull'; readonly field: string; readonly value: boolean }
  | { readonly kind: 'not'; readonly of: ScopeChoice }
  | { readonly kind: 'and' | 'or'; readonly of: readonly ScopeChoice[] };

/** The operators that take several values, of which one is enough. */
export const takeSeveral: ReadonlySet<ScopeOperator> = new Set([
  ...(['in', 'startsWith', 'contains', 'has'] as const),
]);

const held: fc.Arbitrary<readonly string[]> = fc.subarray(
  ['A', 'B', '张小三', '1990-03-07', 'n1', '370202199003071233', '一区', 'LOW'],
  { minLength: 1 },
);

/** One value, of a type that fits some fields; among them what states nothing, and what fits none. */
const one: fc.Arbitrary<readonly (string | number | boolean)[]> = fc
  .constantFrom(
    ...['', '张', 'n', '1990-03-07', '1990-02-30', 2, '2', true, 2.5],
    ...['9007199254740993', '18446744073709551615'],
  )
  .map((value) => [value]);

const few: fc.Arbitrary<readonly (string | number | boolean)[]> = fc.constantFrom(
  [],
  [1, 2],
  ['A', 2],
  ['', 'n1'],
  ['n', 'n'],
  [true, false],
);

export const attributeValues: fc.Arbitrary<Attributes> = fc.record({ held, one, few });

/** The parts of a text that are asked for: its first, its last, and a middle one. */
function partsOf(value: string | number | boolean): readonly string[] {
  const characters = Array.from(String(value));
  const middle = characters.slice(1, 3).join('');
  return [characters[0] ?? '', characters.at(-1) ?? '', middle].filter((part) => part !== '');
}

const literalsOf = once((type: TypeName, field: string, operator: ScopeOperator) => {
  const domain = askedOf(model[type].fields[field]!);
  if (operator === 'has') {
    const elements = elementsOf(model[type].fields[field]!);
    return fc.subarray(elements, { minLength: 1, maxLength: 2 });
  }
  if (operator === 'in') return fc.subarray([...domain], { minLength: 1 });
  if (operator === 'contains' || operator === 'startsWith') {
    const parts = [...domain.flatMap(partsOf), '%', '_', '\u0000', '\u{10ffff}'];
    return fc.subarray(parts, { minLength: 1, maxLength: 3 });
  }
  // An empty text orders nothing, and is refused as a literal.
  return fc
    .constantFrom(...domain.filter((value) => value !== '' || operator === 'eq'))
    .map((value) => [value]);
});

const operandOf = once(
  (type: TypeName, field: string, operator: ScopeOperator): fc.Arbitrary<Operand> => {
    const isClock = ['Date', 'LocalDateTime'].includes(model[type].fields[field]!.type);
    const days = Object.keys(daysFromToday) as DayFromToday[];
    return fc.oneof(
      {
        weight: 4,
        arbitrary: literalsOf(type, field, operator).map((values) => ({
          kind: 'literals' as const,
          values,
        })),
      },
      {
        weight: 3,
        arbitrary: fc.constantFrom(...attributes).map((name) => ({
          kind: 'attribute' as const,
          name,
        })),
      },
      {
        weight: isClock && operator !== 'in' ? 6 : 0,
        arbitrary: fc.constantFrom(...days).map((name) => ({ kind: 'day' as const, name })),
      },
    );
  },
);

/** A scope compares as an operation does, and by what a text has in it. */
function scopeOperatorsOf(type: TypeName, field: string): readonly ScopeOperator[] {
  const all = operatorsOf(type, field);
  return all.includes('startsWith') ? [...all, 'contains'] : all;
}

const has: fc.Arbitrary<ScopeChoice> = fc.record({
  kind: fc.constant('has' as const),
  attribute: fc.constantFrom(...attributes),
  values: fc.constantFrom<Literals>(
    ...[['A'], ['n'], [1], [2, true], ['agency'], ['another', 'agency'], ['张', 2]],
  ),
});

const leafOf = once((type: TypeName): fc.Arbitrary<ScopeChoice> => {
  const { fields } = model[type];
  const compared = Object.keys(fields).filter((name) => fields[name]!.type !== 'JSON');
  return fc.constantFrom(...compared).chain((field) => {
    const comparison = fc.constantFrom(...scopeOperatorsOf(type, field)).chain((operator) =>
      fc.record({
        kind: fc.constant('compare' as const),
        field: fc.constant(field),
        operator: fc.constant(operator),
        operand: operandOf(type, field, operator),
      }),
    );
    const isNull = fc.record({
      kind: fc.constant('isNull' as const),
      field: fc.constant(field),
      value: fc.boolean(),
    });
    return fc.oneof({ weight: 6, arbitrary: comparison }, { weight: 1, arbitrary: isNull });
  });
});

/** Any scope: most of one comparison, so that it lets something through. */
export const scopeOf = once((type: TypeName, depth: number): fc.Arbitrary<ScopeChoice> => {
  const leaf = fc.oneof({ weight: 9, arbitrary: leafOf(type) }, { weight: 1, arbitrary: has });
  if (depth === 0) return leaf;
  const inner = scopeOf(type, depth - 1);
  const throughs = Object.entries(model[type].links).map(([link, { target }]) =>
    fc.record({
      kind: fc.constant('some' as const),
      link: fc.constant(link),
      of: fc.option(scopeOf(target, depth - 1), { nil: null, freq: 5 }),
    }),
  );
  return fc.oneof(
    { weight: 5, arbitrary: leaf },
    { weight: 2, arbitrary: fc.oneof(...throughs) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('not' as const), of: inner }) },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constantFrom('and' as const, 'or' as const),
        of: fc.array(inner, { minLength: 1, maxLength: 2 }),
      }),
    },
  );
});

/**
 * A scope of which no part leads to another source, as a policy may state it. In the place of such a part
 * stands whether the link's key is held.
 */
export function withinSource(
  scope: ScopeChoice,
  type: TypeName,
  isWithin: (one: TypeName, other: TypeName) => boolean,
): ScopeChoice {
  switch (scope.kind) {
    case 'not':
      return { ...scope, of: withinSource(scope.of, type, isWithin) };
    case 'and':
    case 'or':
      return { ...scope, of: scope.of.map((part) => withinSource(part, type, isWithin)) };
    case 'some': {
      const { steps, target } = model[type].links[scope.link]!;
      if (!steps.every((step) => isWithin(type, step.target))) {
        return { kind: 'isNull', field: steps[0]!.on[0]![0], value: false };
      }
      return { ...scope, of: scope.of && withinSource(scope.of, target, isWithin) };
    }
    case 'compare':
    case 'isNull':
    case 'has':
      return scope;
  }
}

function operandSeed(operand: Operand, operator: ScopeOperator): unknown {
  switch (operand.kind) {
    case 'attribute':
      return `$requester.${operand.name}`;
    case 'day':
      return operand.name;
    case 'literals': {
      const { values } = operand;
      return operator === 'in' || values.length > 1 ? values : values[0];
    }
  }
}

/** A scope as a policy file states it. */
export function scopeSeed(scope: ScopeChoice): ConditionSeed {
  switch (scope.kind) {
    case 'isNull':
      return { [scope.field]: { isNull: scope.value } };
    case 'not':
      return { not: scopeSeed(scope.of) };
    case 'and':
    case 'or':
      return { [scope.kind]: scope.of.map(scopeSeed) };
    case 'has':
      return { [`$requester.${scope.attribute}`]: { in: scope.values } };
    case 'some':
      return { [scope.link]: { some: scope.of ? scopeSeed(scope.of) : {} } };
    case 'compare': {
      const { field, operator, operand } = scope;
      return { [field]: { [operator]: operandSeed(operand, operator) } };
    }
  }
}
