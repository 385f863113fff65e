import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { openAdministered, type Administered } from '../support/administered.js';
let gateway: Administered;
beforeAll(async () => {
  gateway = await openAdministered();
});
afterAll(async () => {
  await gateway.close();
});

const administer = (query: string, variables?: Record<string, unknown>) =>
  gateway.administer('authority', query, variables);

/** The body of a rule that was added, without its id. */
async function added(query: string, variables?: Record<string, unknown>): Promise<unknown> {
  const { body, text } = await administer(query, variables);
  if (!body.data) throw new Error(text);
  const { body: rule } = body.data['addRule'] as { body: object };
  return { ...rule, id: undefined };
}

describe('B20: addRule(rule: {…}) as a literal in the document', () => {
  it.each<[object, string]>([
    [
      { kind: 'WITHHOLD', resource: 'Resident', field: 'name' },
      '{ kind: "WITHHOLD", resource: "Resident", field: "name" }',
    ],
    [
      { kind: 'WITHHOLD', resource: 'Resident', field: 'name', client: 'fund' },
      // As GraphQL writes the members of an enum.
      '{ kind: WITHHOLD, resource: Resident, field: name, client: fund }',
    ],
    [
      { kind: 'ROWS', resource: 'Resident', rows: { divisionCode: { in: ['370202'] } } },
      '{ kind: "ROWS", resource: "Resident", rows: { divisionCode: { in: ["370202"] } } }',
    ],
    [
      {
        kind: 'MASK',
        resource: 'Resident',
        field: 'idNo',
        mask: { rule: 'KEEP', first: 2, last: 1 },
      },
      '{ kind: MASK, resource: "Resident", field: "idNo", mask: { rule: KEEP, first: 2, last: 1 } }',
    ],
  ])('works as the variable does: %j', async (rule, literal) => {
    const mutation = 'mutation ($rule: JSONObject!) { addRule(rule: $rule) { body } }';
    expect(await added(mutation, { rule })).toEqual(rule);
    expect(await added(`mutation { addRule(rule: ${literal}) { body } }`)).toEqual(rule);
  });

  it('takes variables within it', async () => {
    const query = `mutation ($client: String) {
      addRule(rule: { kind: SUSPEND, resource: "Resident", client: $client }) { body }
    }`;
    expect(await added(query, { client: 'fund' })).toEqual({
      kind: 'SUSPEND',
      resource: 'Resident',
      client: 'fund',
    });
    // Left out, it would be a rule for everybody; of a grant's rows, no condition.
    const { body, code } = await administer(query);
    expect([body.data, code]).toEqual([undefined, 'BAD_USER_INPUT']);
  });

  it('and what is no object is refused', async () => {
    for (const literal of ['"WITHHOLD"', '1', '[{ kind: SUSPEND }]', 'SUSPEND']) {
      const { code } = await administer(`mutation { addRule(rule: ${literal}) { body } }`);
      expect(code).toBe('GRAPHQL_VALIDATION_FAILED');
    }
  });

  it('holds for a grant too', async () => {
    const { body, text } = await administer(`mutation {
      createGrant(input: {
        client: "fund", purpose: "other", validUntil: "2099-12-31T23:59:59+08:00",
        resources: { Resident: {
          reach: [LIST], fields: { name: {} }, rows: { divisionCode: { eq: "370202" } }
        } }
      }) { resources }
    }`);
    expect([text, body.data?.['createGrant']]).toEqual([
      text,
      {
        resources: {
          Resident: {
            reach: ['LIST'],
            fields: { name: {} },
            rows: { divisionCode: { eq: '370202' } },
          },
        },
      },
    ]);
  });
});
