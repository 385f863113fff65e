import type { Resource } from './catalog.js';

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The usual English plural: city → cities, class → classes, road → roads. */
function plural(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}

/** The root field that looks one row up: Resident → resident. */
export function lookupName({ name }: Pick<Resource, 'name'>): string {
  return lowerFirst(name);
}

/** The root field that lists rows: Resident → residents. */
export function listName({ name }: Pick<Resource, 'name'>): string {
  return plural(lowerFirst(name));
}

/** The root field that tells of all rows: Resident → residentAggregate. */
export function aggregateName({ name }: Pick<Resource, 'name'>): string {
  return `${lowerFirst(name)}Aggregate`;
}

/** The root field that tells of a cube: Resident → residentStatistics. */
export function statisticsName({ name }: Pick<Resource, 'name'>): string {
  return `${lowerFirst(name)}Statistics`;
}

/** The root field that looks many rows up: Resident, by idNo → residentsByIdNo. */
export function batchLookupName(resource: Pick<Resource, 'name'>, key: string): string {
  return `${listName(resource)}By${upperFirst(key)}`;
}

/** The argument that holds the keys of many rows: idNo → idNos. */
export function keyListName(key: string): string {
  return plural(key);
}

/** The root field that compares claims with one row: Resident → verifyResident. */
export function verifyName(resource: Pick<Resource, 'name'>): string {
  return `verify${upperFirst(lookupName(resource))}`;
}

/** The root field that compares claims with many rows: Resident → verifyResidents. */
export function batchVerifyName(resource: Pick<Resource, 'name'>): string {
  return `verify${upperFirst(listName(resource))}`;
}

/** The argument of a verification that holds what is claimed. */
export const claimsName = 'claims';

/** The argument of a statistic that names its cube. */
export const cubeName = 'cube';

/** The input type of what is claimed of one row: Resident → ResidentClaims. */
export function claimsTypeName({ name }: Pick<Resource, 'name'>): string {
  return `${name}Claims`;
}

/** The same with the row's key: Resident, by idNo → ResidentClaimsByIdNo. */
export function keyedClaimsTypeName(resource: Pick<Resource, 'name'>, key: string): string {
  return `${claimsTypeName(resource)}By${upperFirst(key)}`;
}

const taken =
  /^(Query|Mutation|Subscription|PageInfo|SortDirection|__.*|.*(Connection|Edge|Where|OrderBy|Condition|Claims|ClaimsBy.+|Verification|VerificationResult|GroupBy|Cube|Statistics|Statistic(Group|Sum|Dimension)?|Aggregate(Group|Distinct|Sum|Average|Minimum|Maximum)?))$/;

/** Whether the exchange schema keeps a type name for itself. */
export function isReservedTypeName(name: string): boolean {
  return taken.test(name);
}
