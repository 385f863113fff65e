import type { Kind } from './kind.js';

const list = (orderBy: string, page = 'first: 100') =>
  `{ items(orderBy: [{ ${orderBy} }], ${page}) { nodes { id made seen score } } }`;
const columns = 'id, made, seen, score';

/** A list on from a cursor, and the pages that lead there. */
function deep(orderBy: string, field: string): Pick<Kind, 'query' | 'before'> {
  const pages = (first: number, rest: string) =>
    `query ($after: String) { items(orderBy: [{ ${orderBy} }], first: ${first}, after: $after) { nodes { ${field} id } ${rest} } }`;
  return { query: pages(100, ''), before: pages(500, 'pageInfo { endCursor }') };
}

/** Lists in an order: by an index, among nulls, deep in it. */
export const orders: readonly Kind[] = [
  {
    name: 'order of days ASC, then by key',
    query: list('made: ASC'),
    byHand: () => `SELECT ${columns} FROM item ORDER BY made, id LIMIT 100`,
  },
  {
    name: 'order of days DESC, then by key',
    query: list('made: DESC'),
    byHand: () => `SELECT ${columns} FROM item ORDER BY made DESC, id DESC LIMIT 100`,
  },
  {
    name: 'order of numbers DESC, then by key',
    query: list('amount: DESC'),
    byHand: () => `SELECT ${columns} FROM item ORDER BY amount DESC, id DESC LIMIT 100`,
  },
  {
    name: 'order of a nullable number, nulls last',
    query: list('score: ASC'),
    byHand: () =>
      `SELECT ${columns} FROM item WHERE score IS NOT NULL ORDER BY score, id LIMIT 100`,
  },
  {
    name: 'order of a nullable number, nulls first',
    query: list('score: DESC_NULLS_FIRST'),
    byHand: () => `SELECT ${columns} FROM item WHERE score IS NULL ORDER BY id DESC LIMIT 100`,
  },
  {
    name: 'order of a nullable day, nulls last',
    query: list('seen: ASC'),
    byHand: () => `SELECT ${columns} FROM item WHERE seen IS NOT NULL ORDER BY seen, id LIMIT 100`,
  },
  {
    name: 'deep page after a cursor, days ASC',
    ...deep('made: ASC', 'made'),
    byHand: ({ last: [made = '', id = ''] }) =>
      `SELECT made, id FROM item WHERE made >= '${made}' AND (made > '${made}' OR id > ${id}) ORDER BY made, id LIMIT 100`,
  },
  {
    name: 'deep page after a cursor, days DESC',
    ...deep('made: DESC', 'made'),
    byHand: ({ last: [made = '', id = ''] }) =>
      `SELECT made, id FROM item WHERE made <= '${made}' AND (made < '${made}' OR id < ${id}) ORDER BY made DESC, id DESC LIMIT 100`,
  },
  {
    name: 'deep page after a cursor, numbers DESC',
    ...deep('score: DESC', 'score'),
    byHand: ({ last: [score = '', id = ''] }) =>
      `SELECT score, id FROM item WHERE score <= ${score} AND (score < ${score} OR id < ${id}) ORDER BY score DESC, id DESC LIMIT 100`,
  },
];
