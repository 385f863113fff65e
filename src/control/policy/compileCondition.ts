import { z } from 'zod';

import type { Resource } from '../../catalog/model/catalog.js';
import { encodeValue } from '../../catalog/model/encodeValue.js';
import {
  allOf,
  everything,
  type Condition,
  type Literal,
  type Operand,
} from '../../policy/model/condition.js';
import {
  isOrderOperator,
  operatorNames,
  operators,
  operatorsOf,
  type OperatorName,
} from '../../policy/model/operators.js';

import type { Place } from './place.js';

// A text that looks like an attribute and is none is refused, rather than taken for a value.
const value = z.union([z.string().regex(/^(?!\$requester)/), z.number(), z.boolean()]);
const attribute = z.string().regex(/^\$requester\.[A-Za-z]\w*$/);
const one = z.union([attribute, value]).optional();
const forms = {
  value: one,
  values: z.union([attribute, z.array(value).min(1)]).optional(),
  boolean: z.boolean().optional(),
};
const stated = z
  .strictObject(
    Object.fromEntries(operatorNames.map((name) => [name, forms[operators[name].takes]])),
  )
  .refine((parts) => Object.values(parts).some((part) => part !== undefined), {
    error: 'states an operator, as `eq` or `in`',
  });
/** What is stated of one field: by an operator, what it is compared with. */
type OperatorsSeed = Readonly<
  Partial<Record<OperatorName, Literal | readonly Literal[] | undefined>>
>;

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
    .catchall(stated),
);

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
    const conditions = Object.entries(fields).flatMap(([name, parts]) =>
      // The form has let nothing else through.
      this.#field(name, parts as OperatorsSeed),
    );
    if (and) conditions.push(allOf(and.map((part) => this.compile(part))));
    if (or) conditions.push({ kind: 'or', of: or.map((part) => this.compile(part)) });
    if (not) conditions.push({ kind: 'not', of: this.compile(not) });
    if (conditions.length === 0) this.#place.tell('a condition states something');
    return allOf(conditions);
  }

  #field(name: string, seed: OperatorsSeed): readonly Condition[] {
    this.#place.checkField(name, this.#resource);
    return operatorNames.flatMap((operator) => {
      const given = seed[operator];
      if (given === undefined) return [];
      this.#checkOperator(name, operator, given);
      return this.#operator(name, operator, given);
    });
  }

  /** A scope compares as an operation may, and states something by it. */
  #checkOperator(name: string, operator: OperatorName, given: Literal | readonly Literal[]): void {
    const field = this.#resource?.fields.get(name);
    if (!field) return;
    const known = operatorsOf(field);
    if (!known.includes(operator)) {
      this.#place.tell(
        `"${name}" is compared by ${known.join(', ')}; "${operator}" is none of them`,
      );
    }
    if (given === '' && isOrderOperator(operator)) {
      this.#place.tell(`"${operator}" of "${name}" states a text that is not empty`);
    }
  }

  #operator(field: string, operator: OperatorName, given: Literal | readonly Literal[]): Condition {
    if (operator === 'isNull') {
      const isNull: Condition = { kind: 'isNull', field };
      return given === true ? isNull : { kind: 'not', of: isNull };
    }
    const operand = this.#operand(field, given);
    return operator === 'eq' || operator === 'in'
      ? { kind: 'in', field, operand }
      : { kind: 'compare', field, operator, operand };
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
