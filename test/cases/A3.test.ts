import { describe, expect, it } from '@jest/globals';

import { compileContract } from '../../src/contract/compileContract.js';
import { readPolicy } from '../../src/control/policy/readPolicy.js';
import { bindScope } from '../../src/plan/where/bindScope.js';
import { decide } from '../../src/policy/decide/decide.js';
import type { ClientId } from '../../src/shared/brand.js';

import { compileCase, optional, policyOf, problemsOf, typeOf } from './caseCatalog.js';

const catalog = compileCase(typeOf('title: String'), { title: optional() });

/** The scope of the client `c`, bound to its attributes. */
function scopeOf(rows: Record<string, unknown>, attributes: Record<string, string>) {
  const { clients, grants } = readPolicy(JSON.stringify(policyOf(rows, attributes)), catalog);
  const client = clients.get('c' as ClientId)!;
  const [grant] = [...grants.get(client.id)!.values()];
  const requester = { kind: 'client', client: client.id, ...client } as const;
  const decisions = decide({
    catalog,
    rules: [],
    requester,
    purpose: grant!.purpose,
    grant: grant!,
  });
  const { types, resources } = compileContract(decisions, catalog);
  const { resource, scope } = types.get('Thing')!;
  return bindScope(scope, resource, {
    attributes: client.attributes,
    resources,
    today: '2026-11-28',
  }).kind;
}

describe('A3: a prefix that is empty states nothing', () => {
  it.each(['startsWith', 'gte', 'gt', 'lt', 'lte'])('a literal is refused: %s', (operator) => {
    expect(problemsOf(catalog, policyOf({ title: { [operator]: '' } }))).toContain(
      `grant G-1, Thing: "${operator}" of "title" states a text that is not empty`,
    );
    expect(problemsOf(catalog, policyOf({ title: { [operator]: '3702' } }))).toEqual([]);
  });

  it.each([
    [{ title: { startsWith: '$requester.prefix' } }],
    [{ not: { title: { lt: '$requester.prefix' } } }],
    [{ or: [{ no: { eq: '1' } }, { title: { gte: '$requester.prefix' } }] }],
  ])('as an attribute it empties the whole scope: %j', (rows) => {
    expect(scopeOf(rows, { prefix: '' })).toBe('nothing');
    expect(scopeOf(rows, {})).toBe('nothing');
    expect(scopeOf(rows, { prefix: '3702' })).not.toBe('nothing');
  });
});
