import { compileCatalog } from '../../../src/catalog/compile/compileCatalog.js';
import type { SourceName } from '../../../src/shared/brand.js';
import { optional, shapeOf, unique } from '../support/shapes.js';
import { vocabularyText } from '../support/testCatalog.js';

/** Fields of every level, with a mask (`starred`), without (`plain`), with WITHHOLD (`coded`), and towns to link to. */
const text = `extend schema @catalog(agency: "registry", source: "registry")

type Person
  @resource(code: "1", title: "人", table: "person", updateCycle: DAILY, pageBy: "row_id")
  @share(attribute: CONDITIONAL, condition: "for a test", basis: "某法 第一条")
  @classify(level: L3, category: PERSONAL) {
  id: ID! @key @classify(level: L4) @desensitize(rule: HASH)
  plain1: String @classify(level: L1, category: GENERAL)
  plain2: String @classify(level: L2, category: GENERAL)
  plain3: String @desensitize(rule: WITHHOLD)
  plain4: String @classify(level: L4) @desensitize(rule: WITHHOLD)
  starred1: String @classify(level: L1, category: GENERAL) @desensitize(rule: NAME)
  starred2: String @classify(level: L2, category: GENERAL) @desensitize(rule: NAME)
  starred3: String @desensitize(rule: NAME)
  starred4: String @classify(level: L4) @desensitize(rule: NAME)
  coded1: String @classify(level: L1, category: GENERAL) @desensitize(rule: WITHHOLD)
  coded3: String @desensitize(rule: WITHHOLD)
  coded4: String @classify(level: L4) @desensitize(rule: WITHHOLD)
  secret: ID @classify(level: L1, category: GENERAL) @share(attribute: NOT_SHARED, basis: "某法 第二条")
  townCode: ID @classify(level: L2, category: GENERAL)
  town: Town @link(from: "townCode", to: "code")
  secretTown: Town @link(from: "secret", to: "code")
}

type Town
  @resource(code: "2", title: "镇", table: "town", updateCycle: YEARLY, pageBy: "code")
  @share(attribute: UNCONDITIONAL)
  @open(attribute: UNCONDITIONAL)
  @classify(level: L1, category: GENERAL) {
  code: ID! @key
  name: String
  kind: String @desensitize(rule: WITHHOLD)
  mayor: String @classify(level: L3, category: PERSONAL) @desensitize(rule: NAME)
  budget: String @open(attribute: NONE)
  debt: String @share(attribute: CONDITIONAL, condition: "for audits", basis: "某法 第一条")
  regionCode: ID
  region: Region @link(from: "regionCode", to: "code")
}

type Region
  @resource(code: "3", title: "区", table: "region", updateCycle: YEARLY)
  @share(attribute: UNCONDITIONAL)
  @classify(level: L1, category: GENERAL) {
  code: ID! @key
  name: String
}

type Grave
  @resource(code: "4", title: "墓", table: "grave", updateCycle: YEARLY)
  @share(attribute: NOT_SHARED, basis: "某法 第二条")
  @classify(level: L1, category: GENERAL) {
  code: ID! @key
  name: String
}
`;

const columns = (...names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, optional()]));

export const register = compileCatalog({
  vocabulary: vocabularyText,
  texts: [{ file: 'registry.graphql', text }],
  shapes: new Map([
    [
      'registry' as SourceName,
      shapeOf({
        person: {
          row_id: unique('INTEGER'),
          id: unique(),
          ...columns('plain1', 'plain2', 'plain3', 'plain4', 'secret', 'townCode'),
          ...columns('starred1', 'starred2', 'starred3', 'starred4', 'coded1', 'coded3', 'coded4'),
        },
        town: {
          code: unique(),
          ...columns('name', 'kind', 'mayor', 'budget', 'debt', 'regionCode'),
        },
        region: { code: unique(), ...columns('name') },
        grave: { code: unique(), ...columns('name') },
      }),
    ],
  ]),
});
