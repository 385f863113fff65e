import type { Kind } from './kind.js';

const list = (where: string, orderBy = '') =>
  `{ items(where: { ${where} }${orderBy && `, orderBy: [{ ${orderBy} }]`}, first: 100) { nodes { id amount code title } } }`;
const columns = 'id, amount, code, title';

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
    byHand: () => `SELECT ${columns} FROM item WHERE code LIKE 'C15000%' ORDER BY id LIMIT 100`,
  },
  {
    name: 'startsWith, folding collation',
    query: list('title: { startsWith: "item 15000" }'),
    byHand: ({ byCodePoint }) =>
      `SELECT ${columns} FROM item WHERE title LIKE 'item 15000%' AND ${byCodePoint('title')} LIKE 'item 15000%' ORDER BY id LIMIT 100`,
  },
  {
    name: 'range and order, folding collation',
    query: list('title: { gte: "item 15000", lt: "item 15010" }', 'title: ASC'),
    byHand: ({ byCodePoint }) => {
      const exact = byCodePoint('title');
      return `SELECT ${columns} FROM item WHERE title BETWEEN 'item 15000' AND 'item 15010' AND ${exact} >= 'item 15000' AND ${exact} < 'item 15010' ORDER BY ${exact}, id LIMIT 100`;
    },
  },
  {
    name: 'row scope, in an order',
    purpose: 'scoped',
    query: `{ items(orderBy: [{ made: DESC }], first: 100) { nodes { id made amount } } }`,
    byHand: () =>
      `SELECT id, made, amount FROM item WHERE region = 7 AND status IN ('s1', 's2') ORDER BY made DESC, id DESC LIMIT 100`,
  },
];
