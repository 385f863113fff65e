import type { Resource } from './catalog.js';

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The usual plural of English: city → cities, class → classes, road → roads. */
function plural(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}

/** The fields of a key in one name: empNo and day → EmpNoAndDay. */
function joined(key: Resource['key']): string {
  return key.map(upperFirst).join('And');
}

type Named = Pick<Resource, 'name'>;
type Many = Pick<Resource, 'plural'>;

/** What many rows of a type are called where its catalog does not say: Resident → residents. */
export function usualPlural({ name }: Named): string {
  return plural(lowerFirst(name));
}

/** The names of root fields. */
export const rootNames = {
  /** Looks one row up: Resident → resident. */
  lookup: ({ name }: Named) => lowerFirst(name),
  /** Lists rows: Resident → residents, or as the catalog says: Person → people. */
  list: ({ plural: many }: Many) => many,
  /** Looks many rows up: Resident, by idNo → residentsByIdNo. */
  batchLookup: ({ plural: many, key }: Many & Pick<Resource, 'key'>) => `${many}By${joined(key)}`,
  /** Counts and measures rows: Resident → residentAggregate. */
  aggregate: ({ name }: Named) => `${lowerFirst(name)}Aggregate`,
  /** Tells statistics of rows: Resident → residentStatistics. */
  statistics: ({ name }: Named) => `${lowerFirst(name)}Statistics`,
  /** Exports rows: Resident → residentExport. */
  export: ({ name }: Named) => `${lowerFirst(name)}Export`,
  /** Compares claims with one row: Resident → verifyResident. */
  verify: ({ name }: Named) => `verify${upperFirst(name)}`,
  /** Compares claims with many rows: Resident → verifyResidents. */
  batchVerify: ({ plural: many }: Many) => `verify${upperFirst(many)}`,
};

/** The arguments of root fields that are not named after a field. */
export const argumentNames = {
  /** The keys of many rows: idNo → idNos; of a key of several fields `by`. */
  keys: ([first = '', ...more]: Resource['key']) => (more.length === 0 ? plural(first) : 'by'),
  /** The claims that a verification compares with rows. */
  claims: 'claims',
  /** The cube to answer. */
  cube: 'cube',
} as const;

/** The input type of a key of several fields: Salary → SalaryByKey. */
export function keyTypeName({ name }: Named): string {
  return `${name}ByKey`;
}

/** The input types of a verification. */
export const claimTypeNames = {
  /** The claims about one row: Resident → ResidentClaims. */
  claims: ({ name }: Named) => `${name}Claims`,
  /** The claims with the row's key: Resident, by idNo → ResidentClaimsByIdNo. */
  claimsByKey: ({ name, key }: Named & Pick<Resource, 'key'>) => `${name}ClaimsBy${joined(key)}`,
};

/** Root fields that no type of a catalog may have, since clients take them for a look-up by a global id. */
export const reservedRootNames: readonly string[] = ['node', 'nodes'];
