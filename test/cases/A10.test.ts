import { describe, expect, it } from '@jest/globals';

import { callsForOccasion } from '../../src/plan/facts/highestLevel.js';
import { describeRead } from '../../src/plan/facts/reads.js';
import { boundOf } from '../unit/plan/planning.js';
import { contractFor, grantOf, type Granted } from '../unit/support/deciding.js';

import { compileCase, general, optional, typeOf, unique } from './caseCatalog.js';

const catalog = compileCase(
  `${typeOf('owners: [Owner!] @link(from: "no", to: "thingNo")')}
${typeOf('thingNo: ID\n  secret: Int @classify(level: L3, category: GENERAL) @desensitize(rule: REDACT)', general, { name: 'Owner', code: '2', table: 'o' })}`,
  {},
  { o: { row: unique('INTEGER'), no: unique(), thingNo: optional(), secret: optional('INTEGER') } },
);
const granted: Granted = {
  Thing: {
    reach: ['LOOKUP', 'LIST'],
    fields: { no: { uses: ['LOOKUP', 'JOIN'], form: 'CLEAR' } },
    links: ['owners'],
  },
  Owner: {
    reach: ['LINKED'],
    fields: {
      no: {},
      thingNo: { uses: ['JOIN'] },
      secret: { form: 'CLEAR', approvedBy: ['PROVIDER'] },
    },
  },
};
const contract = contractFor(catalog, granted);
const factsOf = (query: string) => boundOf(query, {}, { contract, grant: grantOf(granted) }).facts;
const owners = (order: string) => `owners${order} { nodes { no } }`;

describe('A10: an order reads the field that it is by', () => {
  const ordered = factsOf(`{ thing(no: "1") { ${owners('(orderBy: [{ secret: DESC }])')} } }`);

  it('so that a lookup states its occasion', () => {
    expect(callsForOccasion(ordered.lookupLevel)).toBe(true);
    const plain = factsOf(`{ thing(no: "1") { ${owners('')} } }`);
    expect(callsForOccasion(plain.lookupLevel)).toBe(false);
  });

  it('so that it is on record', () => {
    const read = ordered.reads.get('Owner')?.get('secret');
    expect(read && describeRead(read)).toBe('SORT');
  });

  it('of a list that no lookup leads to, on record alone', () => {
    const { lookupLevel, reads } = factsOf(
      `{ things { nodes { ${owners('(orderBy: [{ secret: ASC }])')} } } }`,
    );
    expect([callsForOccasion(lookupLevel), reads.get('Owner')?.has('secret')]).toEqual([
      false,
      true,
    ]);
  });
});
