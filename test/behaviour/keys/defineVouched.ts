import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import {
  openOwnGateway,
  resourceOf,
  shared,
  type OwnGateway,
  type OwnKind,
} from '../../support/ownGateway.js';

/** Three cards, two of which have one number; one without any; and who holds them. */
const statements = [
  'CREATE TABLE issued (row_id INTEGER PRIMARY KEY NOT NULL, card_no VARCHAR(20), holder VARCHAR(20), area VARCHAR(20))',
  `INSERT INTO issued VALUES (1, 'c1', 'h1', 'a'), (2, 'c2', 'h1', 'a'), (3, 'c2', 'h2', 'a'),
     (4, 'c3', 'h3', 'a'), (5, 'c1', 'h9', 'out'), (6, NULL, 'h4', 'b'), (7, 'c7', 'h5', 'b')`,
  'CREATE VIEW card AS SELECT card_no, holder, area FROM issued',
  'CREATE TABLE holder (no VARCHAR(20) PRIMARY KEY NOT NULL, card VARCHAR(20), row_id INTEGER NOT NULL UNIQUE)',
  `INSERT INTO holder VALUES ('h1', 'c1', 1), ('h2', 'c2', 2), ('h3', 'c9', 3)`,
];

const types = `
type Card ${resourceOf('card', '0001', 'pageBy: "card_no", unique: [["card_no"]], subject: "cardNo"')} ${shared}
  @cube(name: "byArea", title: "区", dimensions: ["area"], threshold: 3) {
  cardNo: ID @key @column(name: "card_no")
  holder: ID
  area: String
  holders: [Holder!] @link(from: "holder", to: "no")
}
type Holder ${resourceOf('holder', '0002')} ${shared} {
  no: ID! @key
  card: ID
  itsCard: Card @link(from: "card", to: "cardNo")
  cards: [Card!] @link(from: "no", to: "holder")
}
type Nameless ${resourceOf('card', '0003', 'subject: "cardNo"')} ${shared} {
  cardNo: ID @column(name: "card_no")
  area: String
}`;

const code = 'NOT_UNIQUE';

/** What a catalog vouches for, and a view holds otherwise, in a database of a kind. */
export function defineVouched(kind: OwnKind): void {
  describe('what a catalog vouches for', () => {
    let gateway: OwnGateway;
    beforeAll(async () => {
      gateway = await openOwnGateway({
        kind,
        statements: { population: statements },
        types: { population: types },
        resources: {
          Card: {
            reach: ['LOOKUP', 'LIST', 'LINKED', 'VERIFY'],
            fields: {
              cardNo: { uses: ['LOOKUP', 'JOIN', 'SORT', 'FILTER'] },
              holder: { uses: ['VERIFY', 'JOIN', 'SORT', 'FILTER'] },
              area: {},
            },
            rows: { area: { in: ['a', 'b'] } },
            links: ['holders'],
          },
          Holder: {
            reach: ['LOOKUP', 'LIST', 'LINKED'],
            fields: { no: { uses: ['LOOKUP', 'JOIN'] }, card: { uses: ['JOIN'] } },
            links: ['itsCard', 'cards'],
          },
          Nameless: { reach: ['LOOKUP', 'LIST'], fields: { cardNo: {}, area: {} } },
        },
      });
    });
    afterAll(() => gateway.close());

    const told = async (query: string) => {
      const { data, errors } = await gateway.ask(query);
      return {
        data,
        errors: errors?.map(({ path, extensions }) => [path?.join('.'), extensions['code']]),
      };
    };

    it('finds one row, whatever lies out of scope', async () => {
      expect(await told('{ card(cardNo: "c1") { holder } }')).toEqual({
        data: { card: { holder: 'h1' } },
      });
    });

    it('is an error where several rows in scope have the key, and no row', async () => {
      expect(await told('{ card(cardNo: "c2") { holder } }')).toEqual({
        data: { card: null },
        errors: [['card', code]],
      });
    });

    it('says so without a value', async () => {
      const { errors } = await gateway.ask('{ card(cardNo: "c2") { holder } }');
      expect(errors?.map(({ message }) => message)).toEqual([
        'A source holds one row at most of what tells rows apart; of Card it holds several here, or one without a value.',
      ]);
    });

    it('costs the other keys of a batch nothing', async () => {
      expect(await told('{ cardsByCardNo(cardNos: ["c3", "c2", "c1"]) { holder } }')).toEqual({
        data: { cardsByCardNo: [{ holder: 'h3' }, null, { holder: 'h1' }] },
        errors: [['cardsByCardNo.1', code]],
      });
    });

    it('costs the other rows of a link nothing', async () => {
      expect(await told('{ holders { nodes { no itsCard { holder } } } }')).toEqual({
        data: {
          holders: {
            nodes: [
              { no: 'h1', itsCard: { holder: 'h1' } },
              { no: 'h2', itsCard: null },
              { no: 'h3', itsCard: null },
            ],
          },
        },
        errors: [['holders.nodes.1.itsCard', code]],
      });
    });

    it('gives no verdict on one of several', async () => {
      const verify = (no: string) => `verifyCard(cardNo: "${no}", claims: { holder: "h1" })`;
      expect(
        await told(`{ ${verify('c1')} { result } other: ${verify('c2')} { result } }`),
      ).toEqual({
        data: { verifyCard: { result: 'MATCH' }, other: null },
        errors: [['other', code]],
      });
      const claims = ['c1', 'c2'].map((no) => `{ cardNo: "${no}", claims: { holder: "h1" } }`);
      expect(await told(`{ verifyCards(claims: [${claims.join(', ')}]) { result } }`)).toEqual({
        data: { verifyCards: null },
        errors: [['verifyCards.1', code]],
      });
    });

    it('lists pages up to where rows are alike, and none beyond', async () => {
      const page = (given: string) =>
        told(`{ cards(${given}) { nodes { cardNo } pageInfo { hasNextPage } } }`);
      // The row that shows a further page has no number.
      expect(await page('first: 1, where: { area: { eq: "b" } }')).toEqual({
        data: { cards: null },
        errors: [['cards', code]],
      });
      expect(await page('first: 1')).toEqual({
        data: { cards: { nodes: [{ cardNo: 'c1' }], pageInfo: { hasNextPage: true } } },
      });
      expect(await page('first: 2')).toEqual({ data: { cards: null }, errors: [['cards', code]] });
      expect(await page('last: 2')).toEqual({ data: { cards: null }, errors: [['cards', code]] });
    });

    it('lists rows that another order keeps apart', async () => {
      const { data, errors } = await gateway.ask(
        '{ cards(orderBy: [{ holder: DESC }], where: { area: { eq: "a" } }) { nodes { holder cardNo } } }',
      );
      expect(errors).toBeUndefined();
      expect(data).toEqual({
        cards: {
          nodes: [
            { holder: 'h3', cardNo: 'c3' },
            { holder: 'h2', cardNo: 'c2' },
            { holder: 'h1', cardNo: 'c2' },
            { holder: 'h1', cardNo: 'c1' },
          ],
        },
      });
    });

    it('counts all the same', async () => {
      expect(await told('{ cards(where: { area: { eq: "a" } }) { totalCount } }')).toEqual({
        data: { cards: { totalCount: 4 } },
      });
    });

    it('pages behind a link, each by itself', async () => {
      const { data, errors } = await told(
        '{ holders { nodes { no cards { nodes { cardNo } totalCount } } } }',
      );
      expect(errors).toBeUndefined();
      expect(data).toMatchObject({
        holders: {
          nodes: [
            { no: 'h1', cards: { nodes: [{ cardNo: 'c1' }, { cardNo: 'c2' }], totalCount: 2 } },
            { no: 'h2', cards: { nodes: [{ cardNo: 'c2' }], totalCount: 1 } },
            { no: 'h3', cards: { nodes: [{ cardNo: 'c3' }], totalCount: 1 } },
          ],
        },
      });
    });

    it('leaves a type without a key its counts and aggregates', async () => {
      expect(await told('{ namelessAggregate(groupBy: [area]) { group { area } count } }')).toEqual(
        {
          data: {
            namelessAggregate: [
              { group: { area: 'a' }, count: 4 },
              { group: { area: 'b' }, count: 2 },
              { group: { area: 'out' }, count: 1 },
            ],
          },
        },
      );
      const refused = await told('{ namelesses { nodes { area } } }');
      expect(refused.errors).toEqual([[undefined, 'GRAPHQL_VALIDATION_FAILED']]);
    });
  });
}
