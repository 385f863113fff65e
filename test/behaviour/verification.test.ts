import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { openAgencyGateway, type AgencyGateway } from '../support/agencyGateway.js';
import { codesOf, withoutRequestId } from '../support/alike.js';
import { childId, zhangId } from '../support/handRows.js';
import { openTestGateway, type As, type TestGateway } from '../support/testGateway.js';
import { testPolicy, validUntil } from '../support/testPolicy.js';
import { asSchoolVerifier, asVerifier, verifyPolicy } from '../support/verifyPolicy.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await openTestGateway({ policy: verifyPolicy() });
});
afterAll(() => gateway.close());
beforeEach(() => {
  gateway.statements.length = 0;
});

const operation = `query ($idNo: ID!, $claims: ResidentClaims!) {
  verifyResident(idNo: $idNo, claims: $claims) { result }
}`;
const batch = `query ($claims: [ResidentClaimsByIdNo!]!) {
  verifyResidents(claims: $claims) { result }
}`;
const zhang = { idNo: '370202199003071233', name: '张小三', birthDate: '1990-03-07' };
const li = { idNo: '370203198512121510', name: '李四', birthDate: '1985-12-12' };
const wang = { idNo: '370211197001010018', name: '王五', birthDate: '1970-01-01' };
const tulsun = { idNo: '110105194912310028', name: '买买提·吐尔逊', birthDate: '1949-12-31' };

type Person = typeof zhang;

const asked = ({ idNo, name, birthDate }: Person) => ({ idNo, claims: { name, birthDate } });
const verify = (as: As, person: Person) => gateway.ask(as, operation, asked(person));

const match = { verifyResident: { result: 'MATCH' } };
const noMatch = { verifyResident: { result: 'NO_MATCH' } };

describe('a verification', () => {
  it('reads key and claims by one statement that holds the key alone, and compares them itself', async () => {
    const { body } = await verify(asVerifier, zhang);
    expect(gateway.statements).toEqual([
      {
        sql: 'SELECT "id_no", "name", "birth_date" FROM "resident" WHERE "id_no" = ?',
        parameters: [zhang.idNo],
      },
    ]);
    expect(body.data).toEqual(match);
  });

  it.each([
    ['the first claim', { ...zhang, name: '张大三' }],
    ['the second claim', { ...zhang, birthDate: '1990-03-08' }],
    ['every claim', { ...zhang, name: '李四', birthDate: '1985-12-12' }],
    ['a claim on what the source has no value of', wang],
    ['the key', { ...zhang, idNo: '370202199003079999' }],
  ])('says NO_MATCH, and no more, where %s does not hold', async (_what, person) => {
    const found = await verify(asVerifier, zhang);
    const { status, text, body } = await verify(asVerifier, person);
    expect(body.data).toEqual(noMatch);
    expect([status, withoutRequestId(text)]).toEqual([
      found.status,
      withoutRequestId(found.text).replace('MATCH', 'NO_MATCH'),
    ]);
    expect(gateway.statements[1]?.sql).toBe(gateway.statements[0]?.sql);
    expect(gateway.statements).toHaveLength(2);
  });

  it('is the same, to the byte, for nobody, for one out of scope and for a claim that does not hold', async () => {
    expect((await verify(asSchoolVerifier, li)).body.data).toEqual(match);
    gateway.statements.length = 0;
    const nobody = await verify(asSchoolVerifier, { ...zhang, idNo: '370202199003079999' });
    const elsewhere = await verify(asSchoolVerifier, tulsun);
    const wrong = await verify(asSchoolVerifier, { ...zhang, name: '李四' });
    for (const { text, status, headers } of [elsewhere, wrong]) {
      expect(withoutRequestId(text)).toBe(withoutRequestId(nobody.text));
      expect([status, headers['content-length']]).toEqual([
        nobody.status,
        nobody.headers['content-length'],
      ]);
    }
    expect(new Set(gateway.statements.map(({ sql }) => sql)).size).toBe(1);
    // Whose row is in the scope of another, that one may verify.
    expect((await verify(asVerifier, tulsun)).body.data).toEqual(match);
  });

  it('compares texts as people write them: full-width letters and either case are the same', async () => {
    await gateway.world.alter(
      'population',
      `INSERT INTO resident VALUES (90, 'K90', 'Straße Ａ１', null, '1980-01-01', null, null, '370202')`,
    );
    try {
      const same = { idNo: 'K90', name: 'Straße Ａ１', birthDate: '1980-01-01' };
      for (const name of ['Straße Ａ１', 'STRASSE A1', 'ｓｔｒａｓｓｅ　ａ1']) {
        expect([name, (await verify(asVerifier, { ...same, name })).body.data]).toEqual([
          name,
          match,
        ]);
      }
      for (const name of ['Strase A1', 'Straße A1 ', 'Straße A', '']) {
        expect([name, (await verify(asVerifier, { ...same, name })).body.data]).toEqual([
          name,
          noMatch,
        ]);
      }
      // The key is a citizen's number, whose letters may be of either case, and is folded no further.
      expect((await verify(asVerifier, { ...same, idNo: 'k90' })).body.data).toEqual(match);
      expect((await verify(asVerifier, { ...same, idNo: 'Ｋ90' })).body.data).toEqual(noMatch);
    } finally {
      await gateway.world.alter('population', 'DELETE FROM resident WHERE row_id = 90');
    }
  });

  it('of a source that is down costs its own part', async () => {
    await gateway.world.alter('population', 'ALTER TABLE resident RENAME TO elsewhere');
    try {
      const { body, text } = await verify(asVerifier, zhang);
      expect(body.data).toEqual({ verifyResident: null });
      expect(codesOf(body)).toEqual(['SOURCE_UNAVAILABLE']);
      expect(text).not.toContain('张');
      expect(gateway.entries().at(-1)?.reads).toMatchObject([{ rows: 0, keys: 1 }]);
    } finally {
      await gateway.world.alter('population', 'ALTER TABLE elsewhere RENAME TO resident');
    }
  });

  it('answers its type’s name, under aliases, in the order asked', async () => {
    const query = `query ($idNo: ID!, $claims: ResidentClaims!) {
      who: verifyResident(idNo: $idNo, claims: $claims) { is: result __typename result }
    }`;
    const { text } = await gateway.ask(asVerifier, query, asked(zhang));
    expect(text).toContain('{"who":{"is":"MATCH","__typename":"Verification","result":"MATCH"}}');
  });
});

describe('a verification of many', () => {
  const resultsOf = (body: { data?: Record<string, unknown> | null }) =>
    (body.data?.['verifyResidents'] as readonly { result: string }[]).map(({ result }) => result);

  it('becomes one statement and answers in the order asked, each by its own claims', async () => {
    const claims = [
      li,
      { ...zhang, idNo: '370202199003079999' },
      zhang,
      { ...zhang, name: '李四' },
      wang,
    ];
    const { body } = await gateway.ask(asVerifier, batch, { claims: claims.map(asked) });
    expect(resultsOf(body)).toEqual(['MATCH', 'NO_MATCH', 'MATCH', 'NO_MATCH', 'NO_MATCH']);
    expect(gateway.statements).toHaveLength(1);
    expect(gateway.statements[0]?.parameters.slice(0, 4)).toEqual([
      li.idNo,
      '370202199003079999',
      zhang.idNo,
      wang.idNo,
    ]);
    expect(JSON.stringify(gateway.statements)).not.toMatch(/张|李|1990-/);
    expect(gateway.entries().at(-1)?.reads).toEqual([
      {
        resource: 'Resident',
        fields: { name: 'VERIFY', birthDate: 'VERIFY' },
        rows: 3,
        keys: 5,
      },
    ]);
  });

  it('takes a thousand, in bounded statements, and not one more', async () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) => asked({ ...zhang, idNo: `none-${index}` }));
    const { body } = await gateway.ask(asVerifier, batch, { claims: [...many(999), asked(li)] });
    expect(resultsOf(body).slice(-2)).toEqual(['NO_MATCH', 'MATCH']);
    expect(gateway.statements.length).toBeLessThanOrEqual(4);
    gateway.statements.length = 0;
    const beyond = await gateway.ask(asVerifier, batch, { claims: many(1_001) });
    expect(beyond.body.errors).toMatchObject([
      {
        message:
          'Argument "claims" of "verifyResidents" takes at most 1000 members; this one has 1001.',
        extensions: { code: 'LIMIT_EXCEEDED' },
      },
    ]);
    expect(gateway.statements).toEqual([]);
  });

  it('may be of no one, which asks no source', async () => {
    const { body } = await gateway.ask(asVerifier, batch, { claims: [] });
    expect(body.data).toEqual({ verifyResidents: [] });
    expect(gateway.statements).toEqual([]);
  });
});

describe('what a grant lets a verification tell', () => {
  const all = `query ($idNo: ID!, $claims: ResidentClaims!) {
    verifyResident(idNo: $idNo, claims: $claims) { result mismatches __typename }
  }`;
  const telling = (purpose: string) => ({ client: 'fund', purpose });
  const wrongName = { ...zhang, name: '李四' };
  const nobody = { ...zhang, idNo: 'nobody' };
  const both = ['name', 'birthDate'];

  it.each([
    ['check-mismatches', wrongName, 'NO_MATCH', ['name']],
    ['check-mismatches', zhang, 'MATCH', []],
    // As if somebody were found of whom nothing holds.
    ['check-mismatches', nobody, 'NO_MATCH', both],
    ['check-all', nobody, 'NOT_FOUND', both],
    ['check-all', wrongName, 'NO_MATCH', ['name']],
  ] as const)('for %s is %s', async (purpose, person, result, mismatches) => {
    const { body } = await gateway.ask(telling(purpose), all, asked(person));
    expect(body.data).toEqual({
      verifyResident: { result, mismatches, __typename: 'ResidentVerification' },
    });
  });

  it('is whether somebody was found, and not which claim fails, where that alone was granted', async () => {
    const as = telling('check-found');
    expect((await verify(as, nobody)).body.data).toEqual({
      verifyResident: { result: 'NOT_FOUND' },
    });
    expect((await verify(as, wrongName)).body.data).toEqual(noMatch);
    expect(codesOf((await gateway.ask(as, all, asked(zhang))).body)).toEqual([
      'GRAPHQL_VALIDATION_FAILED',
    ]);
  });

  it('is its result only, where nothing is said', async () => {
    const { body } = await gateway.ask(asVerifier, all, asked(zhang));
    expect(codesOf(body)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    const types = '{ __type(name: "VerificationResult") { enumValues { name } } }';
    expect((await gateway.ask(asVerifier, types)).body.data).toEqual({
      __type: { enumValues: [{ name: 'MATCH' }, { name: 'NO_MATCH' }] },
    });
  });
});

describe('a minor, and one whose age is not known', () => {
  let ofAgencies: AgencyGateway;
  const grantFor = (purpose: string, minors: boolean) => ({
    id: `G-${purpose}`,
    client: 'fund',
    purpose,
    validUntil,
    resources: {
      Resident: {
        reach: ['VERIFY' as const],
        fields: { idNo: { uses: ['VERIFY' as const] }, name: { uses: ['VERIFY' as const] } },
        minors,
      },
    },
  });
  beforeAll(async () => {
    const policy = testPolicy({ grants: [grantFor('adults', false), grantFor('all', true)] });
    const { grants, ...rest } = JSON.parse(policy) as { grants: { id: string }[] };
    const own = grants.filter(({ id }) => /^G-(adults|all)$/.test(id));
    const ofOwn = JSON.stringify({ ...rest, grants: own });
    ofAgencies = await openAgencyGateway({ policy: ofOwn }, () => 'sqlite');
  }, 30_000);
  afterAll(() => ofAgencies.close());

  it.each([
    [childId, '欧阳明月', 'NO_MATCH'],
    ['370202198001010018', '王五', 'NO_MATCH'],
    [zhangId, '张小三', 'MATCH'],
  ])('is nobody to a grant without minors: %s', async (idNo, name, result) => {
    const query = `{ verifyResident(idNo: "${idNo}", claims: { name: "${name}" }) { result } }`;
    const ask = async (purpose: string) => {
      const { body } = await ofAgencies.ask({ client: 'fund', purpose }, query);
      return body.data;
    };
    expect(await ask('adults')).toEqual({ verifyResident: { result } });
    expect(await ask('all')).toEqual({ verifyResident: { result: 'MATCH' } });
  });
});
