import { expect } from '@jest/globals';

import { maskRuleNames, maskRules } from '../../../src/mask/rules/maskRules.js';
import { operatorsOf } from '../../../src/policy/model/operators.js';
import type { Storage } from '../../../src/source/column/column.js';
import { scalarTypes } from '../../../src/value/scalarTypes.js';

import type { Ask } from './offerTypes.js';
import type { Held, TypeCase } from './typeCase.js';

type Row = Readonly<Record<string, unknown>>;

/** What was found of one case, each cell after it was tried. */
export interface Found {
  readonly conditions: readonly string[];
  readonly order: boolean;
  readonly masks: readonly string[];
  readonly aggregates: readonly string[];
  readonly cursor: boolean;
  readonly key: boolean;
  readonly link: boolean;
}

/** What is tried: a case in its tables, by the names of their types. */
export interface Tried extends TypeCase {
  /** `t3`, whose list is `t3s`; its rows have a number, `n`. */
  readonly name: string;
  /** `k3`, or null where no key can be of this type. */
  readonly keyed: string | null;
  readonly storage: Storage;
}

/** Tries one case in all its cells: an assertion fails where an answer is not right. */
export async function tryCase(ask: Ask, tried: Tried): Promise<Found> {
  const { name, as, held, keyed, storage, sums } = tried;
  const type = scalarTypes[as];
  const told = [...held.map((one) => one.told), null];
  const values = told.flatMap((value, n) => (value === null ? [] : [{ value, n }]));
  const nulls = told.flatMap((value, n) => (value === null ? n : []));
  const rowsOf = async (given: string, selection = 'n', variables: Row = {}, declared = '') => {
    const { data } = await ask(
      `query ${declared} { ${name}s${given} { nodes { ${selection} } } }`,
      variables,
    );
    return (data as Readonly<Record<string, { readonly nodes: readonly Row[] }>>)[`${name}s`]!
      .nodes;
  };
  const ns = (rows: readonly Row[]) => rows.map(({ n }) => n);

  expect((await rowsOf('', 'v')).map(({ v }) => v)).toEqual(told);

  const conditions = operatorsOf({ type: as, column: { storage } });
  const compared: Readonly<Record<string, (one: number, other: number) => boolean>> = {
    eq: (one, other) => one === other,
    in: (one, other) => one === other,
    lt: (one, other) => one < other,
    lte: (one, other) => one <= other,
    gt: (one, other) => one > other,
    gte: (one, other) => one >= other,
    startsWith: (one, other) => String(told[one]).startsWith(String(told[other])),
  };
  for (const operator of conditions) {
    if (operator === 'isNull') {
      // A list that is none is one for its source.
      const absent = as === 'List' ? [held.length] : nulls;
      expect(ns(await rowsOf('(where: { v: { isNull: true } })'))).toEqual(absent);
      continue;
    }
    for (const { value, n } of values) {
      if (operator === 'has') continue;
      const isList = operator === 'in';
      const found = await rowsOf(
        `(where: { v: { ${operator}: $v } })`,
        'n',
        { v: isList ? [value] : value },
        `($v: ${isList ? `[${as}!]` : as})`,
      );
      const expected = values.flatMap((one) => (compared[operator]!(one.n, n) ? one.n : []));
      expect([operator, value, ns(found)]).toEqual([operator, value, expected]);
    }
  }

  const elementsOf = ({ told: list, has = [] }: Held) =>
    Array.isArray(list) ? (list as readonly unknown[]) : has;
  const elements = held.flatMap(elementsOf);
  for (const element of conditions.includes('has') ? new Set(elements) : []) {
    const found = await rowsOf(
      '(where: { v: { has: $v } })',
      'n',
      { v: element },
      `($v: ${tried.elements})`,
    );
    expect(ns(found)).toEqual(
      held.flatMap((one, n) => (elementsOf(one).includes(element) ? n : [])),
    );
  }

  const order = type.isCompared;
  if (order) {
    const inOrder = [...values.map(({ n }) => n), ...nulls];
    expect(ns(await rowsOf('(orderBy: { v: ASC })'))).toEqual(inOrder);
    // What is equal in an order stands in its direction too.
    const back = [...inOrder].reverse();
    expect(ns(await rowsOf('(orderBy: { v: DESC_NULLS_FIRST })'))).toEqual(back);
    const paged: unknown[] = [];
    let after: string | null = null;
    do {
      const { data, errors } = await ask(
        `query ($after: String) { ${name}s(first: 1, after: $after, orderBy: { v: ASC }) {
           nodes { n } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      expect(errors).toEqual([]);
      const page = (data as Readonly<Record<string, Page>>)[`${name}s`]!;
      paged.push(...ns(page.nodes));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(paged).toEqual(inOrder);
  }

  const masks = maskRuleNames.filter((rule) => maskRules[rule].takes.includes(as));
  if (masks.length > 0) {
    const shown = await rowsOf('', 'hashed redacted');
    expect(shown).toEqual(
      [...held, null].map((one) =>
        one === null
          ? { hashed: null, redacted: null }
          : {
              // Bytes that are no id have no text that could be hashed.
              hashed:
                masks.includes('HASH') && !(tried.format && one.label === 'none')
                  ? (expect.stringMatching(/^[\w-]{43}$/) as unknown)
                  : '****',
              redacted: '****',
            },
      ),
    );
  }

  const aggregates: string[] = [];
  if (type.isCompared) {
    const ends = { min: values[0]?.value, max: values.at(-1)?.value };
    const expected = {
      distinct: values.length,
      ...(type.hasEnds && ends),
      ...(type.sums && { sum: sums?.[0], avg: sums?.[1] }),
    };
    aggregates.push(...Object.keys(expected));
    const asked = aggregates.map((measure) => `${measure} { v }`).join(' ');
    const { data, errors } = await ask(`{ ${name}Aggregate { ${asked} } }`);
    expect(errors).toEqual([]);
    const [all] = (data as Readonly<Record<string, readonly Row[]>>)[`${name}Aggregate`]!;
    expect(all).toEqual(
      Object.fromEntries(Object.entries(expected).map(([measure, v]) => [measure, { v }])),
    );
    if (type.isGrouped) {
      aggregates.unshift('groupBy');
      const grouped = await ask(`{ ${name}Aggregate(groupBy: [v]) { group { v } count } }`);
      const groups = [
        ...values.map(({ value }) => ({ group: { v: value }, count: 1 })),
        { group: { v: null }, count: nulls.length },
      ];
      expect(grouped).toEqual({ data: { [`${name}Aggregate`]: groups }, errors: [] });
    }
  }

  if (keyed !== null) {
    for (const { value } of values) {
      const { data } = await ask(`query ($v: ${as}!) { ${keyed}(v: $v) { v } }`, { v: value });
      expect(data).toEqual({ [keyed]: { v: value } });
    }
    const linked = await rowsOf('', 'linked { v }');
    expect(linked).toEqual(told.map((v) => ({ linked: v === null ? null : { v } })));
  }
  return {
    ...{ conditions, order, masks, aggregates },
    ...{ cursor: order, key: keyed !== null, link: keyed !== null },
  };
}

interface Page {
  readonly nodes: readonly Row[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}
