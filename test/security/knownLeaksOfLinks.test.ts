import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import type { PolicySeedInput } from '../../src/control/policy/policySeed.js';
import { act } from '../support/act.js';
import { openAgencyGateway, type AgencyGateway } from '../support/agencyGateway.js';
import { agencyPolicy, asTax } from '../support/agencyPolicy.js';
import { expectRefused } from '../support/expectRefused.js';
import { liId, zhangId } from '../support/handRows.js';
import type { As } from '../support/testGateway.js';
import { validUntil } from '../support/testPolicy.js';

type Resource = PolicySeedInput['grants'][number]['resources'][string];
type Form = NonNullable<Resource['fields'][string]['form']>;

/** Companies, and who answers for them: `near` is the form of the key there, `far` where it leads to. */
function representatives(
  purpose: string,
  near: Form,
  far: Form,
): PolicySeedInput['grants'][number] {
  const approvedBy: Resource['fields'][string]['approvedBy'] = [act('PROVIDER'), act('AUTHORITY')];
  return {
    id: `G-${purpose}`,
    client: 'tax',
    purpose,
    validUntil,
    resources: {
      Company: {
        reach: ['LIST'],
        fields: { name: {}, legalRepIdNo: { form: near, uses: ['JOIN'], approvedBy } },
        links: ['legalRep'],
      },
      Resident: {
        reach: ['LINKED'],
        minors: true,
        fields: {
          idNo: { form: far, uses: ['JOIN'], approvedBy },
          name: { form: 'CLEAR', approvedBy },
        },
      },
    },
  };
}

const policy = (): string => {
  const seed = JSON.parse(agencyPolicy()) as PolicySeedInput;
  const grants = [
    representatives('kept', 'WITHHELD', 'WITHHELD'),
    representatives('shown', 'CLEAR', 'CLEAR'),
    representatives('published', 'WITHHELD', 'CLEAR'),
    representatives('published-in-part', 'WITHHELD', { mask: 'ID_NUMBER' }),
    representatives('published-more', { mask: 'ID_NUMBER' }, 'CLEAR'),
  ];
  return JSON.stringify({ ...seed, grants: [...seed.grants, ...grants] });
};

let gateway: AgencyGateway;
beforeAll(async () => {
  gateway = await openAgencyGateway({ policy: policy() });
}, 30_000);
afterAll(() => gateway.close());
beforeEach(() => {
  gateway.statements.length = 0;
});

async function dataOf(as: As, query: string): Promise<unknown> {
  const { body } = await gateway.ask(as, query);
  expect(body.errors).toBeUndefined();
  return body.data;
}

describe('counts of relations (Directus #13847)', () => {
  it.each([
    '{ residents { nodes { companies { count } } } }',
    '{ residents { nodes { companiesCount } } }',
    '{ residents { nodes { companyAggregate { count } } } }',
    '{ residents(where: { companies: { count: { gt: 1 } } }) { nodes { name } } }',
    '{ residents(orderBy: [{ companies: DESC }]) { nodes { name } } }',
    '{ residentAggregate { distinct { companies } } }',
    '{ residentAggregate(groupBy: [companies]) { count } }',
  ])('are not there to be asked for: %s', async (query) => {
    await expectRefused(gateway, asTax, query);
  });

  /** 甲, 戊 and 己 are companies out of the tax office's district, but 甲 and 戊 are in `everywhere`. */
  const everywhere = { client: 'tax', purpose: 'everywhere' };
  const countWhere = async (as: As, companies: string) => {
    const query = `{ residentAggregate(where: { companies: ${companies} }) { count } }`;
    const data = (await dataOf(as, query)) as { residentAggregate: [{ count: number }] };
    return data.residentAggregate[0].count;
  };

  it.each([
    ['{ some: { name: { in: ["甲", "己"] } } }', 0, 1],
    ['{ none: { name: { in: ["甲", "己"] } } }', 4, 3],
    ['{ every: { name: { in: ["乙", "丁"] } } }', 2, 1],
    ['{ some: { registeredCapital: { gte: 400 } } }', 0, 1],
  ])('are not had by %s: rows out of scope are not there', async (companies, inScope, wider) => {
    expect(await countWhere(asTax, companies)).toBe(inScope);
    expect(gateway.statements[0]?.parameters).toContain('370202');
    expect(gateway.entries().at(-1)).toMatchObject({
      outcome: 'OK',
      grant: 'G-TAX',
      reads: [{ resource: 'Resident' }, { resource: 'Company' }],
    });
    expect(await countWhere(everywhere, companies)).toBe(wider);
  });

  it('are told by a granted link as it would be paged: of rows in scope, and no others', async () => {
    const query = `{ resident(idNo: "${zhangId}") { companies(first: 0) { totalCount } } }`;
    const of = (totalCount: number) => ({ resident: { companies: { totalCount } } });
    expect(await dataOf(asTax, query)).toEqual(of(2));
    expect(gateway.statements.at(-1)?.parameters).toContain('370202');
    expect(gateway.entries().at(-1)).toMatchObject({
      outcome: 'OK',
      reads: [{ resource: 'Resident' }, { resource: 'Company' }],
    });
    expect(await dataOf(everywhere, query)).toEqual(of(3));
  });

  it('are not had by following a link: as many come as are in scope', async () => {
    const query = `{ resident(idNo: "${zhangId}") { companies { nodes { name } pageInfo { hasNextPage } } } }`;
    const of = (...names: readonly string[]) => ({
      resident: {
        companies: {
          nodes: names.map((name) => ({ name })),
          pageInfo: { hasNextPage: false },
        },
      },
    });
    expect(await dataOf(asTax, query)).toEqual(of('乙', '丁'));
    expect(await dataOf(everywhere, query)).toEqual(of('甲', '乙', '丁'));
    // A page of as many as are in scope has none after it.
    const page = query.replace('companies {', 'companies(first: 2) {');
    expect(await dataOf(asTax, page)).toEqual(of('乙', '丁'));
  });
});

describe('a link that publishes a withheld key', () => {
  const of = (purpose: string) => ({ client: 'tax', purpose });
  const companies = (selection: string) => `{ companies(first: 3) { nodes { ${selection} } } }`;

  it.each(['published', 'published-in-part', 'published-more'])(
    'does not exist, for what does not show the key either: %s',
    async (purpose) => {
      await expectRefused(gateway, of(purpose), companies('legalRep { idNo }'));
      await expectRefused(gateway, of(purpose), companies('legalRep { name }'));
      await expectRefused(
        gateway,
        of(purpose),
        '{ companies(where: { legalRep: { some: { name: { eq: "张小三" } } } }) { nodes { name } } }',
      );
      expect(await dataOf(of(purpose), companies('name'))).toBeDefined();
    },
  );

  it('leads on where its key is hidden at both ends, and does not tell it', async () => {
    const query = companies('name legalRep { name }');
    const { body, text } = await gateway.ask(of('kept'), query);
    expect(body.data).toEqual({
      companies: {
        nodes: [
          { name: '甲', legalRep: { name: '张小三' } },
          { name: '乙', legalRep: { name: '张小三' } },
          { name: '丙', legalRep: { name: '李四' } },
        ],
      },
    });
    expect(text).not.toMatch(new RegExp(`${zhangId}|${liId}`));
    expect(gateway.entries().at(-1)?.reads).toEqual([
      { resource: 'Company', fields: { name: 'CLEAR' }, rows: 3 },
      { resource: 'Resident', fields: { name: 'CLEAR' }, rows: 2 },
    ]);
    await expectRefused(gateway, of('kept'), companies('legalRep { idNo }'));
  });

  it('shows its key where that is shown at both ends', async () => {
    expect(await dataOf(of('shown'), companies('legalRepIdNo legalRep { idNo }'))).toEqual({
      companies: {
        nodes: [zhangId, zhangId, liId].map((idNo) => ({ legalRepIdNo: idNo, legalRep: { idNo } })),
      },
    });
  });
});
