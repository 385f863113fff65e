import { describe, expect, it } from '@jest/globals';

import type { BindContext } from '../../../src/plan/bindContext.js';
import type { BoundPlan } from '../../../src/plan/boundPlan.js';
import { LastBound } from '../../../src/plan/lastBound.js';
import { thePublic } from '../../../src/policy/model/requester.js';

const attributes = new Map([['districts', ['370202']]]);
const client = { kind: 'client', client: 'school', agency: 'education', attributes };
const context = {
  contract: {},
  requester: client,
  purpose: 'enrolment',
  limits: {},
  today: '2026-11-30',
  grant: { id: 'G-1' },
} as unknown as BindContext;
/** A bound plan that is no other. */
const bound = () => ({}) as BoundPlan;

describe('what an operation was bound to last', () => {
  it('is what the same request is bound to', () => {
    const last = new LastBound();
    const first = last.get({ id: 'a' }, context, bound);
    const again = { ...context, requester: { ...client } } as BindContext;
    expect(last.get({ id: 'a' }, again, bound)).toBe(first);
  });

  it.each<[string, Partial<Record<keyof BindContext, unknown>>]>([
    ['contract', { contract: {} }],
    ['client', { requester: { ...client, client: 'fund' } }],
    ['attributes', { requester: { ...client, attributes: new Map(attributes) } }],
    ['public', { requester: thePublic }],
    ['purpose', { purpose: 'withdrawal' }],
    ['grant', { grant: { id: 'G-2' } }],
    ['grant at all', { grant: null }],
    ['day', { today: '2026-12-01' }],
    ['limits', { limits: {} }],
  ])('is not that of another %s', (_, changed) => {
    const last = new LastBound();
    const first = last.get({}, context, bound);
    const other = { ...context, ...changed } as unknown as BindContext;
    expect(last.get({}, other, bound)).not.toBe(first);
  });

  it.each([
    [{ id: 'a' }, { id: 'b' }],
    [{ id: '1' }, { id: 1 }],
    [{ id: null }, {}],
    [
      { a: 'x', b: 'y' },
      { a: 'y', b: 'x' },
    ],
  ])('is not that of other variables: %j, %j', (one, other) => {
    const last = new LastBound();
    const first = last.get(one, context, bound);
    expect(last.get(other, context, bound)).not.toBe(first);
  });

  it('is not kept where its variables are long, nor where it is refused', () => {
    const last = new LastBound();
    const long = { text: 'x'.repeat(3_000) };
    expect(last.get(long, context, bound)).not.toBe(last.get(long, context, bound));
    const refuse = () => {
      throw new Error('refused');
    };
    expect(() => last.get({}, context, refuse)).toThrow('refused');
    expect(() => last.get({}, context, refuse)).toThrow('refused');
  });
});
