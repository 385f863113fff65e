import { getLocation, type GraphQLResolveInfo } from 'graphql';
import type { BuildSchemaOptions } from 'type-graphql';
import { z } from 'zod';

import { ExchangeError } from '../errors/exchangeError.js';

function locationsOf({ fieldNodes }: GraphQLResolveInfo) {
  return fieldNodes.flatMap(({ loc }) => (loc ? [getLocation(loc.source, loc.start)] : []));
}

/**
 * Holds each input to the form that its class states as `static readonly form`. GraphQL has checked
 * the types by then; a form adds the bounds. An input class without a form is refused, so that none
 * is left unbounded by oversight.
 *
 * @throws {ExchangeError} BAD_USER_INPUT, which does not tell what the input holds
 */
export const checkInput: NonNullable<BuildSchemaOptions['validateFn']> = (
  value: unknown,
  type,
  { info },
) => {
  for (const input of [value].flat()) {
    // Whatever is no instance of its type is a scalar, an enum value or a null.
    if (typeof type !== 'function' || !(input instanceof type)) continue;
    const form: unknown = 'form' in type ? type.form : undefined;
    if (!(form instanceof z.ZodType)) throw new TypeError(`${type.name} states no form`);
    if (form.safeParse(input).success) continue;
    throw new ExchangeError('BAD_USER_INPUT', undefined, { locations: locationsOf(info) });
  }
};
