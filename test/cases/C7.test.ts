import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getIntrospectionQuery, parse, type DocumentNode } from 'graphql';

import { checkRepeats } from '../../src/plan/operation/checkRepeats.js';
import { openAdministered, type Administered } from '../support/administered.js';
import { codesOf } from '../support/alike.js';
import { asSchool } from '../support/testGateway.js';
let gateway: Administered;
beforeAll(async () => {
  gateway = await openAdministered();
});
afterAll(async () => {
  await gateway.close();
});

const times = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => make(index)).join(' ');

const inner = 'types { fields { args { name type { name } } } }';
const spread = (from: number, to: number) =>
  times(to - from, (at) => `fragment F${from + at} on Query { __schema { ${inner} } }`);

/** Each is within 4,000 tokens, and takes the rule that merges fields far more than 10 ms. */
const costly: readonly (readonly [string, string])[] = [
  ['at the root', `{ ${times(210, () => `__schema { ${inner} }`)} }`],
  ['further in', `{ __schema { ${times(230, () => inner)} } }`],
  ['at the leaves', `{ __schema { types { ${times(1_500, () => 'name')} } } }`],
  ['in fragments', `{ ${times(100, (at) => `...F${at}`)} } ${spread(0, 100)}`],
  ['in inline fragments', `{ ${times(150, () => `... { __schema { ${inner} } }`)} }`],
  [
    'under two by two',
    `{ ${times(14, () => `__schema { ${times(14, () => 'types { name kind }')} }`)} }`,
  ],
  [
    'with long arguments',
    `{ ${times(40, () => `residents(where: { divisionCode: { in: [${'"a" '.repeat(70)}] } }) { __typename }`)} }`,
  ],
  [
    'in fragments that grow with each other',
    `{ ...A0 } ${times(40, (at) => `fragment A${at} on Query { a: __schema { types { name } } ...A${at + 1} b: __schema { types { name } } ...A${at + 1} }`)} fragment A40 on Query { __typename }`,
  ],
];

/** The best of some tries, in milliseconds, since others share the machine. */
function bestTime(document: DocumentNode): number {
  const tries = Array.from({ length: 5 }, () => {
    const begun = performance.now();
    checkRepeats(document);
    return performance.now() - begun;
  });
  return Math.min(...tries);
}

describe('C7: __schema { … } asked for 210 times in one document', () => {
  it('is no matter where it is asked for once, as tools do, or in a few fragments', async () => {
    const some = times(8, (at) => `fragment R${at} on Resident { name birthDate idNo }`);
    const query = `{ residents { nodes { ${times(8, (at) => `...R${at}`)} } } } ${some}`;
    const { body } = await gateway.ask(asSchool, query);
    expect([codesOf(body), typeof body.data]).toEqual([[], 'object']);
    expect((await gateway.ask(asSchool, getIntrospectionQuery())).status).toBe(200);
    expect((await gateway.administer('authority', getIntrospectionQuery())).status).toBe(200);
  });

  it.each(costly)('is refused %s, in less than 10 ms', async (_where, query) => {
    const document = parse(query, { maxLexicalTokens: 4_000 });
    expect(checkRepeats(document)).toMatchObject([{ code: 'LIMIT_EXCEEDED' }]);
    expect(bestTime(document)).toBeLessThan(10);
    const { status, body } = await gateway.ask(null, query);
    expect([status, codesOf(body)]).toEqual([400, ['LIMIT_EXCEEDED']]);
    expect((await gateway.administer('authority', query)).code).toBe('LIMIT_EXCEEDED');
  });

  it('leaves a fragment that spreads itself to the rules', async () => {
    const { body } = await gateway.ask(null, '{ ...A } fragment A on Query { __typename ...A }');
    expect(codesOf(body)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  });
});
