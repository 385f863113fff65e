import { describe, expect, it } from '@jest/globals';

import { compileCatalog } from '../../../src/catalog/compile/compileCatalog.js';
import { callsForOccasion } from '../../../src/plan/facts/highestLevel.js';
import type { SourceName } from '../../../src/shared/brand.js';
import { contractFor, grantOf, type Granted } from '../support/deciding.js';
import { optional, shapeOf, unique } from '../support/shapes.js';
import { vocabularyText } from '../support/testCatalog.js';

import { boundOf } from './planning.js';

/** Towns have shops; of a shop all is open but its turnover; its keeper is a person. */
const text = `extend schema @catalog(agency: "registry", source: "registry")

type Town
  @resource(code: "1", title: "镇", table: "town", updateCycle: DAILY, pageBy: "row_id")
  @share(attribute: CONDITIONAL, condition: "for a test", basis: "某法 第一条")
  @classify(level: L1, category: GENERAL) {
  code: ID! @key
  shops: [Shop!] @link(from: "code", to: "town")
}

type Shop
  @resource(code: "2", title: "店", table: "shop", updateCycle: DAILY, pageBy: "row_id")
  @share(attribute: CONDITIONAL, condition: "for a test", basis: "某法 第一条")
  @classify(level: L1, category: GENERAL) {
  no: ID! @key
  town: ID
  name: String
  turnover: Int @classify(level: L3) @desensitize(rule: REDACT)
  keeperId: ID
  keeper: Person @link(from: "keeperId", to: "id")
}

type Person
  @resource(code: "3", title: "人", table: "person", updateCycle: DAILY, pageBy: "row_id")
  @share(attribute: CONDITIONAL, condition: "for a test", basis: "某法 第一条")
  @classify(level: L3, category: PERSONAL) {
  id: ID! @key @classify(level: L2, category: GENERAL)
  nick: String @classify(level: L3) @desensitize(rule: NAME)
}
`;

const catalog = compileCatalog({
  vocabulary: vocabularyText,
  texts: [{ file: 'registry.graphql', text }],
  shapes: new Map([
    [
      'registry' as SourceName,
      shapeOf({
        town: { row_id: unique('INTEGER'), code: unique() },
        shop: {
          row_id: unique('INTEGER'),
          no: unique(),
          town: optional(),
          name: optional(),
          turnover: optional('INTEGER'),
          keeperId: optional(),
        },
        person: { row_id: unique('INTEGER'), id: unique(), nick: optional() },
      }),
    ],
  ]),
});

const approved = { form: 'CLEAR', approvedBy: ['PROVIDER'] } as const;
const granted: Granted = {
  Town: {
    reach: ['LOOKUP', 'LIST'],
    fields: { code: { uses: ['LOOKUP', 'JOIN'] } },
    links: ['shops'],
  },
  Shop: {
    reach: ['LINKED', 'LIST'],
    fields: {
      town: { uses: ['JOIN'] },
      name: {},
      turnover: approved,
      keeperId: { uses: ['JOIN'] },
    },
    links: ['keeper'],
  },
  Person: { reach: ['LINKED'], fields: { id: { uses: ['JOIN'] }, nick: approved } },
};

const contract = contractFor(catalog, granted);
const needs = (query: string) =>
  callsForOccasion(boundOf(query, {}, { contract, grant: grantOf(granted) }).facts.lookupLevel);
const shops = (where: string) => `shops(where: ${where}) { nodes { name } }`;

describe('a list below a lookup', () => {
  it.each([
    ['compares what is of level L3', '{ turnover: { gt: 1 } }'],
    ['does so under not', '{ not: { or: [{ turnover: { isNull: true } }] } }'],
    [
      'goes through a link to a resource of level L3',
      '{ keeper: { some: { nick: { eq: "x" } } } }',
    ],
    ['goes there to find nobody', '{ keeper: { none: { nick: { isNull: false } } } }'],
  ])('needs an occasion where its condition %s', (_how, where) => {
    expect(needs(`{ town(code: "1") { ${shops(where)} } }`)).toBe(true);
    expect(needs(`{ townsByCode(codes: ["1"]) { ${shops(where)} } }`)).toBe(true);
  });

  it('needs none where its condition is on what is below that level', () => {
    expect(needs(`{ town(code: "1") { ${shops('{ name: { eq: "x" } }')} } }`)).toBe(false);
  });
});

describe('a list that no lookup leads to', () => {
  it('needs none, whatever its conditions: a whole purpose answers for it', () => {
    expect(needs('{ shops(where: { turnover: { gt: 1 } }) { nodes { name } } }')).toBe(false);
    expect(needs(`{ towns { nodes { ${shops('{ turnover: { gt: 1 } }')} } } }`)).toBe(false);
  });
});
