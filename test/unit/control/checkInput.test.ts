import { describe, expect, it } from '@jest/globals';
import type { GraphQLResolveInfo } from 'graphql';
import { z } from 'zod';

import { checkInput } from '../../../src/control/checkInput.js';
import { refusalOf } from '../support/refusal.js';

class Bounded {
  static readonly form = z.object({ name: z.string().max(3) });

  constructor(readonly name: string) {}
}

class Unbounded {
  readonly name = 'any';
}

const check = (value: unknown, type: object) => () =>
  checkInput(value, type, {
    args: {},
    context: {},
    root: undefined,
    info: { fieldNodes: [] as GraphQLResolveInfo['fieldNodes'] } as GraphQLResolveInfo,
  });

const refused = {
  code: 'BAD_USER_INPUT',
  message: 'A value must fit the type of the place it is put in.',
};

describe('an input', () => {
  it('within the form of its class is taken', () => {
    expect(check(new Bounded('abc'), Bounded)).not.toThrow();
  });

  it('beyond it is refused, in a list too', () => {
    expect(refusalOf(check(new Bounded('abcd'), Bounded))).toEqual(refused);
    expect(refusalOf(check([new Bounded('abc'), new Bounded('abcd')], Bounded))).toEqual(refused);
  });

  it('of a class that states no form is refused, whatever it holds', () => {
    expect(check(new Unbounded(), Unbounded)).toThrow(/^Unbounded states no form$/);
  });

  it.each<[unknown, object]>([
    [null, Bounded],
    [undefined, Bounded],
    ['abcd', String],
    [{ name: 'abcd' }, { ACTIVE: 'ACTIVE' }],
  ])('that is none is left to GraphQL: %j', (value, type) => {
    expect(check(value, type)).not.toThrow();
  });
});
