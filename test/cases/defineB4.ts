import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { openOwnGateway, resourceOf, shared, type OwnGateway } from '../support/ownGateway.js';

/** By their number: days, what is none, and nulls, mixed. */
const days = ['1990-03-07', null, '1985-12-12', null, '2001-01-31'] as const;

/** What a nullable Date makes of a value that is no day: a null, wherever it stands. */
export function defineB4(kind: 'sqlite' | 'mariadb', declared: string, noDays: readonly string[]) {
  const held = [...noDays.slice(0, 1), ...days, ...noDays.slice(1)];
  const isDay = (at: number) => held[at] !== null && !noDays.includes(held[at] ?? '');
  const ids = held.map((_day, at) => String(at));
  const ofDays = ids.filter((_id, at) => isDay(at));
  const ofNone = ids.filter((_id, at) => !isDay(at));
  let gateway: OwnGateway;
  beforeAll(async () => {
    const values = held.map((day, at) => `(${at}, '${at}', ${day === null ? 'NULL' : `'${day}'`})`);
    gateway = await openOwnGateway({
      kind,
      statements: {
        population: [
          ...(kind === 'mariadb' ? [`SET SESSION sql_mode = 'ALLOW_INVALID_DATES'`] : []),
          `CREATE TABLE thing (row_id BIGINT PRIMARY KEY NOT NULL, id VARCHAR(20) NOT NULL UNIQUE,
             day ${declared})`,
          'CREATE INDEX thing_day ON thing (day)',
          `INSERT INTO thing VALUES ${values.join(', ')}`,
        ],
      },
      types: {
        population: `type Thing ${resourceOf('thing', '0001')} ${shared} { id: ID! @key day: Date }`,
      },
      resources: {
        Thing: {
          reach: ['LOOKUP', 'LIST'],
          fields: { id: { uses: ['LOOKUP'] }, day: { uses: ['FILTER', 'SORT', 'GROUP'] } },
        },
      },
    });
  });
  afterAll(() => gateway.close());

  interface Found {
    readonly nodes: readonly { readonly id: string }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  }

  async function find(args: string): Promise<readonly string[]> {
    const { data, errors } = await gateway.ask(`{ things(${args}) { nodes { id } } }`);
    expect(errors).toBeUndefined();
    return (data as { things: Found }).things.nodes.map(({ id }) => id);
  }

  it('is found by no comparison', async () => {
    for (const operator of ['lt', 'lte', 'gt', 'gte']) {
      const edge = operator.startsWith('l') ? '9999-12-31' : '0001-01-01';
      expect(await find(`where: { day: { ${operator}: "${edge}" } }`)).toEqual(ofDays);
      expect(await find(`where: { not: { day: { ${operator}: "${edge}" } } }`)).toEqual(ofNone);
    }
    expect(await find(`where: { day: { eq: "1990-03-07" } }`)).toHaveLength(1);
  });

  it('is found as a null', async () => {
    expect(await find('where: { day: { isNull: true } }')).toEqual(ofNone);
    expect(await find('where: { day: { isNull: false } }')).toEqual(ofDays);
  });

  it('is shown as a null, with an error at its path', async () => {
    const { data, errors } = await gateway.ask('{ things { nodes { day } } }');
    const shown = held.map((day, at) => ({ day: isDay(at) ? day : null }));
    expect(data).toEqual({ things: { nodes: shown } });
    expect(errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual(
      held.flatMap((day, at) =>
        isDay(at) || day === null ? [] : [[['things', 'nodes', at, 'day'], 'VALUE_MISMATCH']],
      ),
    );
  });

  it('is of one group with the nulls, and no measure counts it', async () => {
    const sorted = held.flatMap((day, at) => (isDay(at) && day !== null ? day : [])).sort();
    const groups = async (by: string) => {
      const query = `{ thingAggregate(groupBy: [${by}]) { group { ${by} } count } }`;
      const { data, errors } = await gateway.ask(query);
      expect(errors).toBeUndefined();
      return data;
    };
    const groupsOf = (by: string, length: number) => ({
      thingAggregate: [
        ...sorted.map((day) => ({ group: { [by]: day.slice(0, length) }, count: 1 })),
        { group: { [by]: null }, count: ofNone.length },
      ],
    });
    expect(await groups('day')).toEqual(groupsOf('day', 10));
    expect(await groups('day_month')).toEqual(groupsOf('day_month', 7));
    expect(await groups('day_year')).toEqual(groupsOf('day_year', 4));
    const { data, errors } = await gateway.ask(
      '{ thingAggregate { distinct { day } min { day } max { day } } }',
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      thingAggregate: [
        { distinct: { day: 3 }, min: { day: '1985-12-12' }, max: { day: '2001-01-31' } },
      ],
    });
  });

  it.each(['ASC', 'DESC', 'ASC_NULLS_FIRST', 'DESC_NULLS_FIRST'])(
    'has the place of a null in an order, and cursors pass over nothing (%s)',
    async (direction) => {
      const seen: string[] = [];
      let after: string | null = null;
      for (let more = true; more;) {
        const query = `query ($after: String) { things(first: 2, after: $after, orderBy: { day: ${direction} }) {
          nodes { id } pageInfo { hasNextPage endCursor } } }`;
        const { data, errors } = await gateway.ask(query, { after });
        expect(errors).toBeUndefined();
        const { nodes, pageInfo } = (data as { things: Found }).things;
        seen.push(...nodes.map(({ id }) => id));
        after = pageInfo.endCursor;
        more = pageInfo.hasNextPage;
      }
      const sorted = [...ofDays].sort((one, other) =>
        String(held[Number(one)]).localeCompare(String(held[Number(other)])),
      );
      // What is equal in an order stands in its direction too.
      const none = [...ofNone];
      if (direction.startsWith('DESC')) for (const part of [sorted, none]) part.reverse();
      const isFirst = direction.endsWith('NULLS_FIRST');
      expect(seen).toEqual(isFirst ? [...none, ...sorted] : [...sorted, ...none]);
    },
  );
}
