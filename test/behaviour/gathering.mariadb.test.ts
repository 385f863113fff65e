import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { openAgencyGateway, type AgencyGateway } from '../support/agencyGateway.js';
import { asFundOfAgencies } from '../support/agencyPolicy.js';
import { withoutRequestId } from '../support/alike.js';
import { childId, liId, zhangId } from '../support/handRows.js';
import { openSmallWorld, residents } from '../support/smallWorld.js';
import { asFund, asSchool, openGatewayOver, type As } from '../support/testGateway.js';

async function open() {
  return openGatewayOver(await openSmallWorld(residents, 'mariadb'));
}

let gateway: Awaited<ReturnType<typeof open>>;
beforeAll(async () => {
  gateway = await open();
});
afterAll(() => gateway.close());
beforeEach(() => {
  gateway.statements.length = 0;
});

const one = 'query ($idNo: ID!) { resident(idNo: $idNo) { idNo name division { name } } }';
const ids = [...residents.map(({ id_no: id }) => id), '370202199003079999', '37020219900307123X'];
type Asked = readonly (readonly [as: As, idNo: string])[];
const inTurn = (as: As): Asked => ids.map((id) => [as, id]);

/** What each is answered that asks alone, then what all are answered that ask at once. */
async function compare(asked: Asked) {
  const alone: string[] = [];
  for (const [as, idNo] of asked) alone.push((await gateway.ask(as, one, { idNo })).text);
  const ofAlone = gateway.statements.length;
  const first = gateway.entries().length;
  const together = await Promise.all(asked.map(([as, idNo]) => gateway.ask(as, one, { idNo })));
  return {
    alone: alone.map(withoutRequestId),
    together: together.map(({ text }) => withoutRequestId(text)),
    statements: { alone: ofAlone, together: gateway.statements.length - ofAlone },
    sent: gateway.statements.slice(ofAlone),
    entries: gateway.entries().slice(first),
  };
}

describe('lookups of one client in one moment', () => {
  it('become fewer statements, and each is answered as if it had asked alone', async () => {
    const { alone, together, statements } = await compare([
      ...inTurn(asFund),
      ...inTurn(asFund).toReversed(),
    ]);
    expect(together).toEqual(alone);
    expect(statements.together).toBeLessThan(statements.alone / 3);
  });

  it('are each on record as if they had asked alone', async () => {
    const { entries } = await compare(inTurn(asFund));
    expect(entries).toHaveLength(ids.length);
    const rows = entries.map(({ reads }) => reads.map((read) => [read.rows, read.keys]));
    expect(rows.filter(([resident]) => resident?.[0] === 1)).toHaveLength(residents.length);
    expect(rows.every(([resident]) => resident?.[1] === 1)).toBe(true);
    expect(entries.every(({ statements }) => statements >= 1)).toBe(true);
  });

  it('are never put together with those of another client, whose scope is another', async () => {
    const asked = ids.flatMap((id): Asked => [
      [asSchool, id],
      [asFund, id],
    ]);
    const { alone, together, sent } = await compare(asked);
    expect(together).toEqual(alone);
    // The fund sees who is out of the school's scope.
    expect(new Set(together).size).toBeGreaterThan(residents.length);
    const scoped = sent.filter(({ sql }) => sql.includes('resident'));
    const [ofSchool, ofFund] = [true, false].map((is) =>
      scoped.filter(({ parameters }) => parameters.includes('370203') === is),
    );
    expect(ofSchool?.length).toBeGreaterThan(0);
    expect(ofFund?.length).toBeGreaterThan(0);
    expect(ofFund?.every(({ sql }) => !sql.includes('division_code` IN'))).toBe(true);
  });

  it('fail each by itself, and alike, where their statement does', async () => {
    await gateway.world.alter('population', 'ALTER TABLE resident RENAME COLUMN name TO other');
    try {
      const { alone, together, entries } = await compare(inTurn(asFund));
      expect(together).toEqual(alone);
      expect(together.every((text) => text.includes('SOURCE_UNAVAILABLE'))).toBe(true);
      expect(entries).toHaveLength(ids.length);
    } finally {
      await gateway.world.alter('population', 'ALTER TABLE resident RENAME COLUMN other TO name');
    }
  });
});

describe('lists of one client in one moment', () => {
  it('follow their links together', async () => {
    const list = '{ residents { nodes { name division { name province { name } } } } }';
    const alone = await gateway.ask(asFund, list);
    const ofOne = gateway.statements.length;
    const together = await Promise.all(Array.from({ length: 8 }, () => gateway.ask(asFund, list)));
    expect(new Set(together.map(({ text }) => withoutRequestId(text)))).toEqual(
      new Set([withoutRequestId(alone.text)]),
    );
    expect(ofOne).toBe(3);
    // Each has a page of its own; they come in one after the other.
    expect(gateway.statements.length - ofOne).toBeLessThan(8 * 3);
  });
});

describe('pages of links of one client in one moment', () => {
  let agencies: AgencyGateway;
  beforeAll(async () => {
    agencies = await openAgencyGateway({}, () => 'mariadb');
  }, 30_000);
  afterAll(() => agencies.close());

  it('are asked for together where all but the parents is equal, and are what they are alone', async () => {
    const query = `query ($idNo: ID!, $first: Int!) {
      resident(idNo: $idNo) {
        companies(first: $first) { nodes { name } pageInfo { hasNextPage endCursor } }
      }
    }`;
    const asked = [zhangId, liId, childId, zhangId].flatMap((idNo) =>
      [1, 2].map((first) => ({ idNo, first })),
    );
    const alone: string[] = [];
    for (const one of asked) alone.push((await agencies.ask(asFundOfAgencies, query, one)).text);
    const ofAlone = agencies.statements.length;
    const together = await Promise.all(
      asked.map((one) => agencies.ask(asFundOfAgencies, query, one)),
    );
    expect(together.map(({ text }) => withoutRequestId(text))).toEqual(alone.map(withoutRequestId));
    expect(alone.some((text) => text.includes('"hasNextPage":true'))).toBe(true);
    expect(agencies.statements.length - ofAlone).toBeLessThan(ofAlone / 2);
  });
});
