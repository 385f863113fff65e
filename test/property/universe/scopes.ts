import fc from 'fast-check';

import type { ConditionSeed } from '../../../src/control/policy/conditionSeed.js';

import { askedOf, operatorsOf, type Operator } from './conditions.js';
import { model, type TypeName } from './model.js';

/** An attribute of the requester; `missing` it never has. */
const attributes = ['held', 'one', 'few', 'missing'] as const;
export type AttributeName = (typeof attributes)[number];

/** The values of each attribute that the requester has: of any type, several, one or none. */
export type Attributes = Readonly<
  Record<Exclude<AttributeName, 'missing'>, readonly (string | number | boolean)[]>
>;

/** What a scope compares with: literals, or an attribute. */
export type Operand = readonly (string | number | boolean)[] | AttributeName;

/** Which rows a grant or a rule lets through, before it is written down. */
export type ScopeChoice =
  | {
      readonly kind: 'compare';
      readonly field: string;
      readonly operator: Operator;
      readonly operand: Operand;
    }
  | { readonly kind: 'isNull'; readonly field: string; readonly value: boolean }
  | { readonly kind: 'not'; readonly of: ScopeChoice }
  | { readonly kind: 'and' | 'or'; readonly of: readonly ScopeChoice[] };

const held: fc.Arbitrary<readonly string[]> = fc.subarray(
  ['A', 'B', '张小三', '1990-03-07', 'n1', '370202199003071233', '一区'],
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

function operandOf(type: TypeName, field: string, operator: Operator): fc.Arbitrary<Operand> {
  const domain = askedOf(model[type].fields[field]!);
  const literals =
    operator === 'in'
      ? fc.subarray([...domain], { minLength: 1 })
      : // An empty text orders nothing, and is refused as a literal.
        fc
          .constantFrom(...domain.filter((value) => value !== '' || operator === 'eq'))
          .map((value) => [value]);
  return fc.oneof(
    { weight: 4, arbitrary: literals },
    { weight: 3, arbitrary: fc.constantFrom(...attributes) },
  );
}

function leafOf(type: TypeName): fc.Arbitrary<ScopeChoice> {
  return fc.constantFrom(...Object.keys(model[type].fields)).chain((field) => {
    const comparison = fc.constantFrom(...operatorsOf(type, field)).chain((operator) =>
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
}

/** Any scope: most of one comparison, so that it lets something through. */
export function scopeOf(type: TypeName, depth = 2): fc.Arbitrary<ScopeChoice> {
  const leaf = leafOf(type);
  if (depth === 0) return leaf;
  const inner = scopeOf(type, depth - 1);
  return fc.oneof(
    { weight: 5, arbitrary: leaf },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('not' as const), of: inner }) },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constantFrom('and' as const, 'or' as const),
        of: fc.array(inner, { minLength: 1, maxLength: 2 }),
      }),
    },
  );
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
    case 'compare': {
      const { field, operator, operand } = scope;
      const values = operator === 'in' ? operand : operand[0];
      return {
        [field]: {
          [operator]: typeof operand === 'string' ? `$requester.${operand}` : values,
        },
      };
    }
  }
}
