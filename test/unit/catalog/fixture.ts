import { compileCatalog } from '../../../src/catalog/compile/compileCatalog.js';
import { CatalogError } from '../../../src/catalog/fault/catalogError.js';
import type { CatalogText } from '../../../src/catalog/read/sdl/parseCatalogs.js';
import type { SourceName } from '../../../src/shared/brand.js';
import { optional, shapeOf, unique } from '../support/shapes.js';
import { vocabularyText } from '../support/testCatalog.js';

/** A catalog without a fault; the fixtures of refusals differ from it in one place. */
export const traffic = `extend schema @catalog(agency: "qd-traffic", source: "traffic")

type Vehicle
  @resource(code: "0005-1", title: "机动车", table: "vehicle", updateCycle: DAILY, pageBy: "row_id")
  @share(attribute: CONDITIONAL, condition: "for road safety", basis: "道路交通安全法 第八条")
  @open(attribute: CONDITIONAL)
  @classify(level: L3, category: PERSONAL) {
  plate: ID! @key @desensitize(rule: PLATE)
  owner: String @column(name: "owner_name") @desensitize(rule: NAME)
  weight: Float @share(attribute: NOT_SHARED, basis: "道路交通安全法 第九条")
  isTaxi: Boolean @open(attribute: NONE)
  brandCode: ID @classify(category: GENERAL, level: L1)
  brand: Brand @link(from: "brandCode", to: "code")
}

type Brand
  @resource(code: "0005-2", title: "品牌", table: "brand", updateCycle: YEARLY)
  @share(attribute: UNCONDITIONAL)
  @classify(level: L1, category: GENERAL) {
  code: ID! @key
  name: String
}
`;

const shapes = new Map([
  [
    'traffic' as SourceName,
    shapeOf({
      vehicle: {
        row_id: unique('INTEGER'),
        plate: unique(),
        owner_name: optional(),
        weight: optional('REAL'),
        isTaxi: optional('INTEGER'),
        brandCode: optional(),
        photo: optional('OTHER'),
        serial: { ...unique(), nullable: true },
        score: unique('REAL'),
        note: optional(),
        height: optional('REAL'),
        places: optional('INTEGER'),
        holder_no: optional(),
        tag: unique(),
        untyped: { storage: 'OTHER', nullable: true, unique: false, exact: true },
        code: { ...optional(), type: 'char(4)', length: 4 },
        floors: {
          ...optional('INTEGER'),
          type: 'tinyint(4)',
          range: { least: -128, greatest: 127 },
        },
        area: {
          ...optional('INTEGER'),
          ...{ type: 'bigint(20)', digits: 19, range: { least: -(2 ** 63), greatest: 2 ** 63 } },
        },
        price: { ...optional('DECIMAL'), type: 'decimal(10,2)', digits: 10, scale: 2 },
        sum: { ...optional('DECIMAL'), type: 'decimal(30,10)', digits: 30 },
        made: { ...optional('DATE'), type: 'date', mayHoldNoDays: true },
        year: {
          ...optional('INTEGER'),
          type: 'year(4)',
          isYear: true,
          range: { least: 0, greatest: 2155 },
        },
        features: { ...optional(), type: 'set', elements: { storage: 'TEXT' } },
        axles: {
          ...optional('LIST'),
          ...{ type: 'integer[]', elements: { storage: 'INTEGER' as const } },
        },
        chassis: { ...optional('BYTES'), type: 'binary(16)', length: 16, isFilledUp: true },
        digest: { ...optional('BYTES'), type: 'binary(80)', length: 80, isFilledUp: true },
        mark: { ...optional('BYTES'), type: 'varbinary(8)', length: 8 },
        token: { ...optional('BYTES'), type: 'bytea', instead: 'offer a view of its size' },
      },
      brand: { code: unique(), name: optional() },
    }),
  ],
]);

export function compileTexts(texts: readonly CatalogText[], configured: typeof shapes = shapes) {
  return compileCatalog({ vocabulary: vocabularyText, texts, shapes: configured });
}

/** Compiles one text that stands in `traffic.graphql`. */
export function compileText(text: string) {
  return compileTexts([{ file: 'traffic.graphql', text }]);
}

/** The faults of a compilation, each as `file:line:column message`; none where it passes. */
export function faultsOf(compile: () => unknown): readonly string[] {
  try {
    compile();
    return [];
  } catch (error) {
    if (!(error instanceof CatalogError)) throw error;
    return error.faults.map(
      ({ file, line, column, message }) => `${file}:${line}:${column} ${message}`,
    );
  }
}

/** The faults of the catalog above with one passage replaced by another; it has none itself. */
export function faultsWith(passage: string, replacement: string): readonly string[] {
  const parts = traffic.split(passage);
  if (parts.length !== 2) throw new Error(`the fixture does not hold once: ${passage}`);
  return faultsOf(() => compileText(parts.join(replacement)));
}
