import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { openAgencyGateway, type AgencyGateway, type Kind } from '../support/agencyGateway.js';
import { asFundOfAgencies, asTax } from '../support/agencyPolicy.js';
import { zhangId } from '../support/handRows.js';

/** People and insurances in files, divisions and companies on a server. */
const kinds: Readonly<Record<string, Kind>> = { divisions: 'mariadb', market: 'mariadb' };

let gateway: AgencyGateway;

const nested = `{
  name
  division { name province { name } }
  companies(first: 2, orderBy: { registeredCapital: DESC }) {
    nodes { name status division { name } }
    pageInfo { hasNextPage }
  }
  insurance { nodes { startedOn } }
}`;

/** The tables that statements went to, in order of their names. */
const tablesAsked = () =>
  gateway.statements.map(({ sql }) => /FROM \(?(?:SELECT .* FROM )?"(\w+)"/.exec(sql)?.[1]).sort();

describe('one operation over four agencies in two kinds of database', () => {
  beforeAll(async () => {
    gateway = await openAgencyGateway({}, (source) => kinds[source] ?? 'sqlite');
  }, 30_000);
  afterAll(() => gateway.close());
  beforeEach(() => {
    gateway.statements.length = 0;
  });

  it('gives the fund what was approved for it, by one statement a level and source', async () => {
    const { body } = await gateway.ask(
      asFundOfAgencies,
      `{ resident(idNo: "${zhangId}") ${nested} }`,
    );
    expect(body.errors).toBeUndefined();
    expect(body.data).toEqual({
      resident: {
        name: '张*三',
        division: { name: '市南区', province: { name: '山东省' } },
        companies: {
          nodes: [
            { name: '甲', status: '存续', division: { name: '市北区' } },
            { name: '丁', status: '注销', division: { name: '市南区' } },
          ],
          pageInfo: { hasNextPage: true },
        },
        insurance: { nodes: [{ startedOn: '2012-07' }] },
      },
    });
    expect(tablesAsked()).toEqual(['area', 'area', 'company', 'insurance', 'province', 'resident']);
  });

  it('gives the tax office other fields and rows: clear names, its own district’s companies', async () => {
    const { body } = await gateway.ask(asTax, `{ resident(idNo: "${zhangId}") ${nested} }`);
    expect(body.errors).toBeUndefined();
    expect(body.data).toEqual({
      resident: {
        name: '张小三',
        division: { name: '市南区', province: { name: '山东省' } },
        companies: {
          nodes: [
            { name: '丁', status: '注销', division: { name: '市南区' } },
            { name: '乙', status: '注销', division: { name: '市南区' } },
          ],
          pageInfo: { hasNextPage: false },
        },
        insurance: { nodes: [{ startedOn: '2012' }] },
      },
    });
    expect(tablesAsked()).toEqual(['area', 'area', 'company', 'insurance', 'province', 'resident']);
  });

  it('costs a page of residents no more statements than one', async () => {
    const { body } = await gateway.ask(asTax, `{ residents(first: 100) { nodes ${nested} } }`);
    expect(body.errors).toBeUndefined();
    expect(tablesAsked()).toEqual(['area', 'area', 'company', 'insurance', 'province', 'resident']);
  });

  it('is on record with every resource, its forms and its rows', async () => {
    await gateway.ask(asFundOfAgencies, `{ resident(idNo: "${zhangId}") ${nested} }`);
    expect(gateway.entries().at(-1)?.reads).toEqual([
      { resource: 'Resident', fields: { name: 'MASKED(NAME)' }, rows: 1, keys: 1 },
      { resource: 'Division', fields: { name: 'CLEAR' }, rows: 3 },
      { resource: 'Province', fields: { name: 'CLEAR' }, rows: 1 },
      {
        resource: 'Company',
        fields: { name: 'CLEAR', status: 'CLEAR', registeredCapital: 'SORT' },
        rows: 2,
      },
      { resource: 'Insurance', fields: { startedOn: 'MASKED(YEAR_MONTH)' }, rows: 1 },
    ]);
  });
});
