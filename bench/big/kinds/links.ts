import { largeParents } from '../tables/bigTables.js';

import type { Kind } from './kind.js';

/** The first children of each of some parents, in an order of theirs. */
function children(
  fields: string,
  columns: string,
  orderBy: string,
  order: string,
): Pick<Kind, 'query' | 'byHand'> {
  const ofParent = (parent: number) =>
    `SELECT * FROM (SELECT ${columns} FROM item WHERE parent_id = ${parent} ORDER BY ${order} LIMIT 10) AS of_${parent}`;
  const ofEach = Array.from({ length: largeParents }, (_, at) => ofParent(at + 1));
  return {
    query: `{ parents(first: ${largeParents}) { nodes { items(first: 10${orderBy}) { nodes { ${fields} } } } } }`,
    byHand: () =>
      `SELECT * FROM (${ofEach.join(' UNION ALL ')}) AS each_parent ORDER BY parent_id, ${order}`,
  };
}

/** A thousand keys from all over the table. */
const keysOf = (rows: number) =>
  Array.from({ length: 1_000 }, (_, at) => 1 + at * Math.floor(rows / 1_000));

/** A list of the children that have a tag. */
const tagged = (first: number) =>
  `{ items(where: { tags: { some: { name: { eq: "tag 500" } } } }, first: ${first}) { nodes { id made } } }`;

/** What goes by keys: children of their parents, rows behind a junction, many keys at once. */
export const links: readonly Kind[] = [
  {
    name: 'first 10 children of each of 20 parents, by key',
    ...children('parentId id amount', 'parent_id, id, amount', '', 'id'),
  },
  {
    name: 'first 10 children of each of 20 parents, by days',
    ...children(
      'parentId id made',
      'parent_id, id, made',
      ', orderBy: [{ made: DESC }]',
      'made DESC, id DESC',
    ),
  },
  {
    name: 'some through a junction',
    query: tagged(100),
    byHand: () =>
      `SELECT item.id, item.made FROM tag JOIN item_tag ON item_tag.tag_id = tag.id JOIN item ON item.id = item_tag.item_id WHERE tag.name = 'tag 500' ORDER BY item.id LIMIT 100`,
  },
  {
    name: 'lookup of 1,000 keys',
    query: `query ($ids: [Int!]!) { itemsById(ids: $ids) { id made amount } }`,
    variables: (rows) => ({ ids: keysOf(rows) }),
    byHand: ({ rows }) =>
      `SELECT id, made, amount FROM item WHERE id IN (${keysOf(rows).join(', ')}) ORDER BY id`,
  },
];
