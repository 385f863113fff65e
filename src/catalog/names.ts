import type { Resource } from './catalog.js';

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
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

const taken =
  /^(Query|Mutation|Subscription|PageInfo|SortDirection|__.*|.*(Connection|Edge|Where|OrderBy|Condition|Aggregate|Group|GroupBy|Distinct|Sum|Average|Minimum|Maximum))$/;

/** Whether the exchange schema keeps a type name for itself. */
export function isReservedTypeName(name: string): boolean {
  return taken.test(name);
}
