import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { openOwnGateway, type OwnGateway, type OwnKind } from '../../support/ownGateway.js';

import { granted, statements, types } from './cinema.js';

/** Links over several columns, to unique columns, and through junctions, in databases of a kind. */
export function defineLinked(kind: OwnKind): void {
  describe('a link', () => {
    let gateway: OwnGateway;
    beforeAll(async () => {
      gateway = await openOwnGateway({ kind, statements, types, resources: granted });
    });
    afterAll(() => gateway.close());

    const told = async (query: string) => {
      const { data, errors } = await gateway.ask(query);
      expect(errors).toBeUndefined();
      return data as Record<string, { nodes: Record<string, unknown>[] }>;
    };
    const namesOf = async (query: string) => {
      const { films } = await told(query);
      return films?.nodes.map(({ title }) => title);
    };

    it('through a junction leads to each row once, in its order, of those in scope at both ends', async () => {
      const { films } = await told(
        `{ films(first: 9) { nodes { title cast(first: 2) { totalCount pageInfo { hasNextPage } nodes { name } } } } }`,
      );
      const page = (totalCount: number, hasNextPage: boolean, ...names: string[]) => ({
        totalCount,
        pageInfo: { hasNextPage },
        nodes: names.map((name) => ({ name })),
      });
      expect(films?.nodes).toEqual([
        { title: 'one', cast: page(3, true, 'Ada', 'Bo') },
        { title: 'two', cast: page(1, false, 'Bo') },
        { title: 'three', cast: page(0, false) },
        { title: 'four', cast: page(0, false) },
      ]);
    });

    it('through a junction without a key leads to each row once all the same', async () => {
      const { films } = await told(
        `{ films(first: 9) { nodes { liked(first: 9) { totalCount nodes { name } } } } }`,
      );
      expect(films?.nodes.map(({ liked }) => liked)).toEqual([
        { totalCount: 2, nodes: [{ name: 'Ada' }, { name: 'Bo' }] },
        { totalCount: 1, nodes: [{ name: 'Ed' }] },
        { totalCount: 0, nodes: [] },
        { totalCount: 0, nodes: [] },
      ]);
    });

    it('through a junction leads back again, and is paged on from a cursor', async () => {
      const query = (after: string) =>
        `{ film(filmId: 1) { cast(first: 1${after}, orderBy: [{ name: DESC }]) {
             nodes { name films(first: 9) { nodes { title } } } pageInfo { endCursor hasNextPage } } } }`;
      const seen: unknown[] = [];
      let after = '';
      for (let page = 0; page < 5; page += 1) {
        const { film } = (await told(query(after))) as unknown as {
          film: {
            cast: { nodes: unknown[]; pageInfo: { endCursor: string; hasNextPage: boolean } };
          };
        };
        seen.push(...film.cast.nodes);
        if (!film.cast.pageInfo.hasNextPage) break;
        after = `, after: "${film.cast.pageInfo.endCursor}"`;
      }
      const of = (name: string, ...titles: string[]) => ({
        name,
        films: { nodes: titles.map((title) => ({ title })) },
      });
      expect(seen).toEqual([of('Di', 'one'), of('Bo', 'one', 'two'), of('Ada', 'one')]);
    });

    it.each([
      ['some: { name: { eq: "Bo" } }', ['one', 'two']],
      ['some: {}', ['one', 'two']],
      ['none: {}', ['three', 'four']],
      ['none: { name: { eq: "Ada" } }', ['two', 'three', 'four']],
      ['every: { name: { eq: "Bo" } }', ['two', 'three', 'four']],
      ['some: { films: { none: { title: { eq: "one" } } } }', []],
      ['some: { films: { some: { title: { eq: "two" } } } }', ['one', 'two']],
    ])('through a junction can be asked for: %s', async (condition, titles) => {
      expect(
        await namesOf(`{ films(first: 9, where: { cast: { ${condition} } }) { nodes { title } } }`),
      ).toEqual(titles);
    });

    it('by several fields leads where all are equal, to one and to many, across sources', async () => {
      const { tickets, screenings } = await told(`{
        tickets(first: 9) { nodes { ticketId screening { hall } } }
        screenings(first: 9) { nodes { hall tickets(first: 9) { totalCount nodes { ticketId } } } }
      }`);
      expect(tickets?.nodes.map(({ screening }) => screening)).toEqual([
        { hall: 'b' },
        null,
        { hall: 'c' },
        null,
        { hall: 'b' },
      ]);
      expect(screenings?.nodes).toEqual([
        { hall: 'a', tickets: { totalCount: 0, nodes: [] } },
        { hall: 'b', tickets: { totalCount: 2, nodes: [{ ticketId: 1 }, { ticketId: 5 }] } },
        { hall: 'c', tickets: { totalCount: 1, nodes: [{ ticketId: 3 }] } },
      ]);
    });

    it('by several fields can be asked for across sources', async () => {
      const { screenings } = await told(`{
        screenings(first: 9, where: { tickets: { none: { ticketId: { gt: 2 } } } }) { nodes { hall } }
      }`);
      expect(screenings?.nodes).toEqual([{ hall: 'a' }]);
      const { tickets } = await told(`{
        tickets(first: 9, where: { screening: { some: { hall: { in: ["b", "a"] } } } }) { nodes { ticketId } }
      }`);
      expect(tickets?.nodes).toEqual([{ ticketId: 1 }, { ticketId: 5 }]);
    });

    it('leads to one row by unique columns that are no key, and by a null nowhere', async () => {
      const { posters } = await told('{ posters(first: 9) { nodes { film { title } } } }');
      expect(posters?.nodes.map(({ film }) => film)).toEqual([{ title: 'two' }, null, null]);
    });
  });
}
