import { z } from 'zod';

import type { Resource } from '../../catalog/model/catalog.js';
import { encodeValue } from '../../catalog/model/encodeValue.js';
import {
  allOf,
  everything,
  type Condition,
  type Literal,
  type Operand,
  type OrderOperator,
} from '../../policy/model/condition.js';

import type { Place } from './place.js';

// A text that looks like an attribute and is none is refused, rather than taken for a value.
const value = z.union([z.string().regex(/^(?!\$requester)/), z.number(), z.boolean()]);
const attribute = z.string().regex(/^\$requester\.[A-Za-z]\w*$/);
const one = z.union([attribute, value]).optional();
const operators = z
  .strictObject({
    eq: one,
    in: z.union([attribute, z.array(value).min(1)]).optional(),
    lt: one,
    lte: one,
    gt: one,
    gte: one,
    startsWith: one,
    isNull: z.boolean().optional(),
  })
  .refine((stated) => Object.values(stated).some((part) => part !== undefined), {
    error: 'states an operator, as `eq` or `in`',
  });
type OperatorsSeed = z.infer<typeof operators>;

/**
 * A condition on rows, as in the exchange's filter language: `{"divisionCode": {"eq": "370202"}}`,
 * or `{"divisionCode": {"in": "$requester.districts"}}`; joined by `and`, `or`, `not`.
 */
export type ConditionSeed = Readonly<Record<string, unknown>> & {
  readonly and?: readonly ConditionSeed[] | undefined;
  readonly or?: readonly ConditionSeed[] | undefined;
  readonly not?: ConditionSeed | undefined;
};
export const conditionSeed: z.ZodType<ConditionSeed> = z.lazy(() =>
  z
    .object({
      and: z.array(conditionSeed).min(1).optional(),
      or: z.array(conditionSeed).min(1).optional(),
      not: conditionSeed.optional(),
    })
    .catchall(operators),
);

const orderOperators: readonly OrderOperator[] = ['lt', 'lte', 'gt', 'gte', 'startsWith'];

function operandOf(stated: Literal | readonly Literal[]): Operand {
  if (typeof stated === 'string' && stated.startsWith('$requester.')) {
    return { kind: 'requester', attribute: stated.slice('$requester.'.length) };
  }
  return { kind: 'literals', values: [stated].flat() };
}

/** Compiles conditions on the rows of one resource, which is undefined where the catalog has none. */
class ConditionCompiler {
  readonly #resource: Resource | undefined;
  readonly #place: Place;

  constructor(resource: Resource | undefined, place: Place) {
    this.#resource = resource;
    this.#place = place;
  }

  compile({ and, or, not, ...fields }: ConditionSeed): Condition {
    const conditions = Object.entries(fields).flatMap(([name, stated]) =>
      // The form has let nothing else through.
      this.#field(name, stated as OperatorsSeed),
    );
    if (and) conditions.push(allOf(and.map((part) => this.compile(part))));
    if (or) conditions.push({ kind: 'or', of: or.map((part) => this.compile(part)) });
    if (not) conditions.push({ kind: 'not', of: this.compile(not) });
    if (conditions.length === 0) this.#place.tell('a condition states something');
    return allOf(conditions);
  }

  #field(name: string, seed: OperatorsSeed): readonly Condition[] {
    this.#place.checkField(name, this.#resource);
    const conditions: Condition[] = [];
    for (const stated of [seed.eq, seed.in]) {
      if (stated === undefined) continue;
      conditions.push({ kind: 'in', field: name, operand: this.#operand(name, stated) });
    }
    for (const operator of orderOperators) {
      const stated = seed[operator];
      if (stated === undefined) continue;
      const operand = this.#operand(name, stated);
      conditions.push({ kind: 'compare', field: name, operator, operand });
    }
    if (seed.isNull !== undefined) {
      const isNull: Condition = { kind: 'isNull', field: name };
      conditions.push(seed.isNull ? isNull : { kind: 'not', of: isNull });
    }
    return conditions;
  }

  #operand(name: string, stated: Literal | readonly Literal[]): Operand {
    const operand = operandOf(stated);
    const field = this.#resource?.fields.get(name);
    const literals = operand.kind === 'literals' ? operand.values : [];
    if (field && literals.some((literal) => encodeValue(field, literal) === undefined)) {
      this.#place.tell(`a value for "${name}" does not fit its column`);
    }
    return operand;
  }
}

/** The condition on a resource's rows; every row, where none is stated. */
export function compileCondition(
  seed: ConditionSeed | undefined,
  resource: Resource | undefined,
  place: Place,
): Condition {
  return seed ? new ConditionCompiler(resource, place).compile(seed) : everything;
}
