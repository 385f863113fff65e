import type { ByHand, Kind } from './kind.js';

const list = (where: string, orderBy = '') =>
  `{ items(where: { ${where} }${orderBy && `, orderBy: [{ ${orderBy} }]`}, first: 100) { nodes { id amount code title } } }`;
const columns = 'id, amount, code, title';

/** Titles in a range by code point; what leads to them is the range by the collation of their index. */
function titles({ byCodePoint }: ByHand, from: string, to: string): string {
  const exact = byCodePoint('title');
  return `title BETWEEN '${from}' AND '${to}' AND ${exact} >= '${from}' AND ${exact} < '${to}'`;
}

/** Lists by conditions. */
export const conditions: readonly Kind[] = [
  {
    name: 'not of a comparison',
    query: list('not: { amount: { lt: 999900 } }'),
    byHand: () => `SELECT ${columns} FROM item WHERE amount >= 999900 ORDER BY id LIMIT 100`,
  },
  {
    name: 'startsWith, by code point',
    query: list('code: { startsWith: "C15000" }'),
    byHand: () =>
      `SELECT ${columns} FROM item WHERE code >= 'C15000' AND code < 'C15001' ORDER BY id LIMIT 100`,
  },
  {
    name: 'startsWith, folding collation',
    query: list('title: { startsWith: "item 15000" }'),
    byHand: (parts) =>
      `SELECT ${columns} FROM item WHERE ${titles(parts, 'item 15000', 'item 15001')} ORDER BY id LIMIT 100`,
  },
  {
    name: 'range and order, folding collation',
    query: list('title: { gte: "item 15000", lt: "item 15010" }', 'title: ASC'),
    byHand: (parts) =>
      `SELECT ${columns} FROM item WHERE ${titles(parts, 'item 15000', 'item 15010')} ORDER BY ${parts.byCodePoint('title')}, id LIMIT 100`,
  },
  {
    name: 'row scope, in an order',
    purpose: 'scoped',
    query: `{ items(orderBy: [{ made: DESC }], first: 100) { nodes { id made amount } } }`,
    byHand: () =>
      `SELECT id, made, amount FROM item WHERE region = 7 AND status IN ('s1', 's2') ORDER BY made DESC, id DESC LIMIT 100`,
  },
];
