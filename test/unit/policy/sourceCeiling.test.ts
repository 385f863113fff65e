import { describe, expect, it } from '@jest/globals';
import { printSchema } from 'graphql';

import { compileCatalog } from '../../../src/catalog/compile/compileCatalog.js';
import type { Condition } from '../../../src/policy/model/condition.js';
import type { SourceName } from '../../../src/shared/brand.js';
import {
  fullCapabilities,
  type Capabilities,
  type ColumnTest,
} from '../../../src/source/capabilities.js';
import { contractFor, decided, decideFor, type Granted } from '../support/deciding.js';
import { optional, shapeOf, unique } from '../support/shapes.js';
import { vocabularyText } from '../support/testCatalog.js';

const governed = `@share(attribute: CONDITIONAL, condition: "for a test", basis: "某法 第一条")
  @classify(level: L1, category: GENERAL)`;
const text = `extend schema @catalog(agency: "roads", source: "roads")
type Road
  @resource(code: "1", title: "路", table: "road", updateCycle: DAILY, pageBy: "no")
  ${governed}
  @cube(name: "byKind", title: "T", dimensions: ["kind"], threshold: 3) {
  no: ID! @key
  name: String
  kind: String
  lanes: Int
  townNo: ID
  town: Town @link(from: "townNo", to: "no")
}
type Town
  @resource(code: "2", title: "镇", table: "town", updateCycle: DAILY, pageBy: "no")
  ${governed} {
  no: ID! @key
  name: String
}
`;

/** A source that lacks what is stated. */
function catalogOf(lacking: Partial<Capabilities>) {
  const source = 'roads' as SourceName;
  return compileCatalog({
    vocabulary: vocabularyText,
    texts: [{ file: 'roads.graphql', text }],
    shapes: new Map([
      [
        source,
        shapeOf({
          road: {
            no: unique(),
            name: optional(),
            kind: optional(),
            lanes: optional('INTEGER'),
            townNo: optional(),
          },
          town: { no: unique(), name: optional() },
        }),
      ],
    ]),
    capabilities: new Map([[source, { ...fullCapabilities, ...lacking }]]),
  });
}

const all = ['LOOKUP', 'FILTER', 'SORT', 'GROUP', 'JOIN', 'VERIFY'] as const;
const grantedOf = (rows?: Condition): Granted => ({
  Road: {
    reach: ['LOOKUP', 'LIST', 'STATISTICS'],
    fields: {
      no: { uses: all },
      name: { uses: all },
      kind: { uses: all },
      lanes: { uses: all },
      townNo: { uses: all },
    },
    links: ['town'],
    ...(rows && { rows }),
  },
  Town: { reach: ['LINKED'], fields: { no: { uses: all }, name: { uses: all } } },
});

const without = (...tests: readonly ColumnTest[]) => ({
  tests: new Set([...fullCapabilities.tests].filter((test) => !tests.includes(test))),
});

function decidedBy(lacking: Partial<Capabilities>, rows?: Condition) {
  const catalog = catalogOf(lacking);
  const decisions = decideFor(catalog, grantedOf(rows));
  const road = decisions.resources.get('Road');
  return {
    decisions,
    reach: [...(road?.reach ?? [])],
    links: [...(road?.links.keys() ?? [])],
    reasons: [...(road?.reasons ?? decisions.refused.get('Road') ?? [])]
      .filter(({ step }) => step === 'ceiling')
      .map(({ by, result }) => `${by}: ${result}`),
    sdl: printSchema(contractFor(catalog, grantedOf(rows)).schema),
  };
}

describe('a source that can do everything', () => {
  it('takes nothing of what is granted', () => {
    const { decisions, reach, reasons, links, sdl } = decidedBy({});
    expect(decided(decisions, 'Road.name')).toBe('CLEAR {LOOKUP FILTER SORT GROUP JOIN VERIFY}');
    expect([reach, reasons, links]).toEqual([['LOOKUP', 'LIST', 'STATISTICS'], [], ['town']]);
    expect(sdl).toContain('roadAggregate');
    expect(sdl).toContain('totalCount');
    expect(sdl).toContain('town: TownOneCondition');
  });
});

describe('what a source cannot do is no part of a contract, and the reason says so', () => {
  const reasonsOf = (lacking: Partial<Capabilities>, field: string) =>
    decidedBy(lacking)
      .decisions.resources.get('Road')
      ?.fields.get(field)
      ?.reasons.map(({ by, result }) => `${by}: ${result}`);

  it('an operator that a field’s type has takes FILTER from it', () => {
    const { decisions } = decidedBy(without('gte'));
    expect(decided(decisions, 'Road.name')).toBe('CLEAR {LOOKUP SORT GROUP JOIN VERIFY}');
    expect(decided(decisions, 'Road.lanes')).toBe('CLEAR {LOOKUP SORT GROUP JOIN VERIFY}');
    expect(reasonsOf(without('gte'), 'name')).toContain(
      'its source cannot compare by gte, startsWith: CLEAR {LOOKUP SORT GROUP JOIN VERIFY}',
    );
  });

  it('an order takes SORT, and lists, whose pages have one', () => {
    const { decisions, reach, reasons } = decidedBy({ canOrder: false });
    expect(decided(decisions, 'Road.name')).toBe('CLEAR {LOOKUP FILTER GROUP JOIN VERIFY}');
    expect(reach).toEqual(['LOOKUP', 'STATISTICS']);
    expect(reasons).toEqual(['its source cannot page: no LIST']);
  });

  it('groups take GROUP, statistics, aggregates and totals', () => {
    const { decisions, reach, reasons, sdl } = decidedBy({ canGroup: false });
    expect(decided(decisions, 'Road.name')).toBe('CLEAR {LOOKUP FILTER SORT JOIN VERIFY}');
    expect(reach).toEqual(['LOOKUP', 'LIST']);
    expect(reasons).toEqual([
      'its source cannot group: no STATISTICS',
      'its source cannot count: no aggregates, no totals',
    ]);
    expect(sdl).not.toMatch(/roadAggregate|totalCount/);
  });

  it('rows by keys take lookups and links', () => {
    const { decisions, reach, links } = decidedBy(without('in'));
    expect(decided(decisions, 'Road.townNo')).toBe('CLEAR {SORT GROUP}');
    expect([reach, links]).toEqual([['STATISTICS'], []]);
  });

  it('linked rows take conditions through links of one source', () => {
    const { links, sdl } = decidedBy({ canRelate: false });
    expect(links).toEqual(['town']);
    expect(sdl).not.toContain('TownOneCondition');
  });

  it('a comparison that the row scope needs takes the resource', () => {
    const operand = { kind: 'literals', values: [2] } as const;
    const rows: Condition = {
      kind: 'not',
      of: { kind: 'compare', field: 'lanes', operator: 'lt', operand },
    };
    expect(decidedBy({}, rows).reach).toEqual(['LOOKUP', 'LIST', 'STATISTICS']);
    const { reach, reasons, sdl } = decidedBy(without('lt'), rows);
    expect(reach).toEqual([]);
    expect(reasons.at(-1)).toBe('its source cannot compare by lt, as its row scope does: nothing');
    expect(sdl).not.toContain('road');
  });
});
