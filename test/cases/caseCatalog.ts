import { compileCatalog } from '../../src/catalog/compile/compileCatalog.js';
import { CatalogError } from '../../src/catalog/fault/catalogError.js';
import type { Catalog } from '../../src/catalog/model/catalog.js';
import { PolicyError } from '../../src/control/policy/policyError.js';
import type { PolicySeedInput } from '../../src/control/policy/policySeed.js';
import { readPolicy } from '../../src/control/policy/readPolicy.js';
import type { SourceName } from '../../src/shared/brand.js';
import type { ColumnShape } from '../../src/source/sourceShape.js';
import { readVocabulary } from '../../src/start/readCatalogs.js';
import { optional, shapeOf, unique } from '../unit/support/shapes.js';

const vocabulary = await readVocabulary();

/** What governs a type of the cases that is about nobody. */
export const general = `@share(attribute: CONDITIONAL, condition: "x", basis: "公共图书馆法 第四十三条")
  @classify(level: L1, category: GENERAL)`;

/** The body of a type over the table `t`, with its key `no`. */
export const typeOf = (
  fields: string,
  governed = general,
  { name = 'Thing', code = '1', table = 't' } = {},
) => `type ${name}
  @resource(code: "${code}", title: "T", table: "${table}", updateCycle: DAILY, pageBy: "row")
  ${governed} {
  no: ID! @key @classify(level: L1, category: GENERAL)
  ${fields}
}`;

type Tables = Readonly<Record<string, Readonly<Record<string, ColumnShape>>>>;

/** The tables of the cases: `t` has the columns that are stated beside its key. */
export function compileCase(
  types: string,
  columns: Readonly<Record<string, ColumnShape>> = {},
  more: Tables = {},
): Catalog {
  const own = { row: unique('INTEGER'), no: unique(), ...columns };
  return compileCatalog({
    vocabulary,
    texts: [
      { file: 'case.graphql', text: `extend schema @catalog(agency: "a", source: "s")\n${types}` },
    ],
    shapes: new Map([['s' as SourceName, shapeOf({ t: own, ...more })]]),
  });
}

/** The sentences of the faults that a catalog has; none where it is without. */
export function faultsOf(...given: Parameters<typeof compileCase>): readonly string[] {
  try {
    compileCase(...given);
    return [];
  } catch (error) {
    if (!(error instanceof CatalogError)) throw error;
    return error.faults.map(({ message }) => message);
  }
}

/** What is wrong with a policy; nothing where it can be used. */
export function problemsOf(catalog: Catalog, policy: PolicySeedInput): readonly string[] {
  try {
    readPolicy(JSON.stringify(policy), catalog);
    return [];
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    return error.problems;
  }
}

/** A policy of one client with one grant on `Thing`. */
export function policyOf(
  rows: Record<string, unknown>,
  attributes: Record<string, string | string[]> = {},
): PolicySeedInput {
  return {
    clients: [{ id: 'c', agency: 'a', attributes, keys: [] }],
    grants: [
      {
        id: 'G-1',
        client: 'c',
        purpose: 'p',
        validUntil: '2099-12-31T00:00:00Z',
        resources: {
          Thing: { reach: ['LIST', 'LOOKUP'], fields: { no: { uses: ['LOOKUP'] } }, rows },
        },
      },
    ],
  };
}

export { optional, unique };
