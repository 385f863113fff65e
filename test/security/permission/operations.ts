const all = [
  [11, '甲'],
  [23, '乙'],
  [35, '丙'],
  [47, '丁'],
  [59, '戊'],
] as const;

const claims = all.map(([number, name]) => `{ number: ${number}, claims: { name: "${name}" } }`);
const lookups = all.map(([number]) => `of${number}: person(number: ${number}) { name }`);

/** What is asked of people; `it` is the number. */
export const operations = {
  show: '{ persons { nodes { name number } } }',
  list: '{ persons { nodes { name } } }',
  lookup: `{ ${lookups.join(' ')} }`,
  batch: `{ personsByNumber(numbers: [${all.map(([number]) => number).join(', ')}]) { name } }`,
  verify: `{ verifyPersons(claims: [${claims.join(', ')}]) { result } }`,
  /** A condition on it. */
  where: '{ persons(where: { number: { lt: 40 } }) { nodes { name } } }',
  /** An order by it. */
  order: '{ persons(orderBy: [{ number: DESC }]) { nodes { name } } }',
  /** A condition on it through a link that another field carries. */
  some: '{ families(where: { members: { some: { number: { gte: 35 } } } }) { nodes { code } } }',
  none: '{ families(where: { members: { none: { number: { gte: 35 } } } }) { nodes { code } } }',
  every: '{ families(where: { members: { every: { number: { lt: 40 } } } }) { nodes { code } } }',
  count: '{ personAggregate { count } }',
  /** A count under a condition on it. */
  countOf: '{ personAggregate(where: { number: { lt: 40 } }) { count } }',
  group: '{ personAggregate(groupBy: [number]) { group { number } } }',
  minMax: '{ personAggregate { min { number } max { number } } }',
  /** A link to one, and one to many, that it carries. */
  toOne: '{ persons { nodes { name account { bank } } } }',
  toMany: '{ persons { nodes { name cars { nodes { plate } } } } }',
  /** A link that leads to it, from a field that is withheld. */
  back: '{ cars { nodes { plate owner { name } } } }',
  /** A condition through that link, on another field. */
  through:
    '{ cars(where: { owner: { some: { name: { in: ["甲", "丙"] } } } }) { nodes { plate } } }',
} as const;

export type OperationName = keyof typeof operations;

function leavesOf(value: unknown): readonly string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)];
  return Object.values(value ?? {}).flatMap(leavesOf);
}

function rowsOf(root: unknown): readonly unknown[] {
  if (Array.isArray(root)) return root;
  return typeof root === 'object' && root !== null && 'nodes' in root ? rowsOf(root.nodes) : [root];
}

/** What was answered, in words: rows apart, the values of each joined; `nothing` for no value. */
export function tell(data: object): string {
  const rows = Object.values(data).flatMap(rowsOf);
  const told = rows.map((row) => leavesOf(row).join(':')).filter((row) => row !== '');
  return told.join(' ') || 'nothing';
}
