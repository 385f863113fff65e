import { z } from 'zod';

import type { Literal, Operand } from '../../policy/model/condition.js';
import {
  operatorNames,
  operators,
  takesSeveral,
  type OperatorName,
} from '../../policy/model/operators.js';
import { readToday } from '../../policy/model/period.js';

/** What `$requester.…` or `$today…` stands for; undefined where a text is neither. */
export function readPlaceholder(text: string): Operand | undefined {
  const [, attribute] = /^\$requester\.([A-Za-z]\w*)$/.exec(text) ?? [];
  if (attribute !== undefined) return { kind: 'requester', attribute };
  const period = readToday(text);
  return period && { kind: 'today', period };
}

// A text that looks like an attribute or a day and is none is refused, rather than taken for a value.
const value = z.union([z.string().regex(/^(?!\$(?:requester|today))/), z.number(), z.boolean()]);
const placeholder = z.string().refine((text) => readPlaceholder(text) !== undefined, {
  error: 'is `$requester.<attribute>`, or `$today` with a period as `$today-P14Y`',
});
const forms = {
  value: z.union([placeholder, value]),
  values: z.union([placeholder, z.array(value).min(1)]),
  several: z.union([placeholder, value, z.array(value).min(1)]),
  boolean: z.boolean(),
};
function formOf(name: OperatorName) {
  const { takes } = operators[name];
  return forms[takes === 'value' && takesSeveral(name) ? 'several' : takes].optional();
}
const stated = z
  .strictObject({
    ...Object.fromEntries(operatorNames.map((name) => [name, formOf(name)])),
    some: z.lazy(() => conditionSeed).optional(),
  })
  .refine((parts) => Object.values(parts).some((part) => part !== undefined), {
    error: 'states an operator, as `eq` or `in`',
  });
/** What is stated of one field, by an operator: what it is compared with. Or of a link, by `some`. */
export type StatedSeed = Readonly<
  Partial<Record<OperatorName, Literal | readonly Literal[] | undefined>>
> & { readonly some?: ConditionSeed | undefined };

/**
 * A condition on rows, as in the exchange's filter language: `{"divisionCode": {"eq": "370202"}}`,
 * or `{"divisionCode": {"in": "$requester.districts"}}`; joined by `and`, `or`, `not`. Days are compared
 * with `$today`, or a period before or after it: `{"issuedOn": {"gte": "$today-P1Y"}}`. `startsWith` and
 * `contains` take several texts too, of which one is enough. Through a link to rows of the same source,
 * `{"companies": {"some": {"status": {"eq": "OPEN"}}}}` holds where one of the linked rows meets it. A
 * condition on the requester alone is `{"$requester.role": {"eq": "reviewer"}}`.
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
