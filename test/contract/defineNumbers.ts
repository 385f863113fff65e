import { describe, expect, it } from '@jest/globals';

import type { Parameter } from '../../src/source/column/parameter.js';
import type { Comparator } from '../../src/source/request/filter.js';
import type { SqlValue } from '../../src/source/row.js';

import { evaluate } from './evaluate.js';
import { useShelf } from './shelf.js';
import type { DeclaredColumn, SourceKind } from './source.js';

const operators: readonly Comparator[] = ['in', 'lt', 'lte', 'gt', 'gte'];

/** The values of a column, in order and as they are given back, and some that are not there. */
interface Sample {
  readonly what: string;
  readonly declared: DeclaredColumn;
  readonly inOrder: readonly SqlValue[];
  readonly others: readonly Parameter[];
  /** The parameter that stands for a value, where it is another. */
  readonly asParameter?: (value: SqlValue) => Parameter;
}

const samples = (kind: SourceKind): readonly Sample[] => [
  {
    what: 'whole numbers',
    declared: kind.columns.integer,
    inOrder: [
      '-9223372036854775808',
      '-9007199254740993',
      '-9007199254740992',
      -9007199254740991,
      -1,
      0,
      1,
      99,
      9007199254740991,
      '9007199254740992',
      '9007199254740993',
      '9223372036854775806',
      '9223372036854775807',
    ],
    others: [-2, 2, 1999, '9007199254740994', '-9223372036854775807', '9223372036854775805'],
  },
  {
    what: 'reals',
    declared: kind.columns.real,
    inOrder: [-1e308, -1.5, -5e-324, 0, 5e-324, 0.1, 0.30000000000000004, 1e21, 1e308],
    others: [0.3, 0.1000000001, -0, 1e-300],
  },
  {
    what: 'days',
    declared: kind.columns.date,
    inOrder: ['0001-01-01', '1899-12-31', '1970-01-01', '2020-02-28', '2020-02-29', '9999-12-31'],
    others: ['2020-03-01', '0001-01-02', '1969-12-31'],
  },
  ...(kind.decimal
    ? [
        {
          what: 'decimals',
          declared: kind.decimal,
          inOrder: [
            '-99999999999999999999.99999999999999999999',
            '-0.10000000000000000001',
            '-0.10000000000000000000',
            '0.00000000000000000000',
            '0.00000000000000000001',
            '0.10000000000000000000',
            '0.10000000000000000001',
            '0.30000000000000000000',
            '9007199254740992.00000000000000000000',
            '9007199254740993.00000000000000000000',
          ],
          others: [0.30000000000000004, 1e-21, 1e-40, -1e-40, 1e300, -1e300, 1e20, 9.5, 123456.789],
          asParameter: Number,
        },
      ]
    : []),
];

export function defineNumbers(kind: SourceKind): void {
  describe.each(samples(kind))('$what', ({ declared, inOrder, others, asParameter }) => {
    const values = [
      ...inOrder.filter((_, at) => at % 2),
      null,
      ...inOrder.filter((_, at) => at % 2 === 0),
    ];
    const shelf = useShelf(kind, {
      columns: { bare: declared, indexed: declared },
      rows: values.map((value, id) => [id, value, value]),
      indexes: ['indexed'],
    });
    const held = values.map((value, id) => ({ id, bare: value, indexed: value }));

    it('come back as they are, in their order, nulls last', async () => {
      for (const name of ['bare', 'indexed']) {
        const column = shelf().column(name);
        const fetch = (direction: 'ASC' | 'DESC') =>
          shelf().ids({ columns: [column], orderBy: [{ column, direction }] });
        expect(await fetch('ASC')).toEqual([...inOrder, null]);
        expect(await fetch('DESC')).toEqual([...inOrder.toReversed(), null]);
      }
    });

    it.each(operators)('are compared without losing a digit (%s)', async (operator) => {
      const parameters = [
        ...inOrder.map(asParameter ?? ((value) => value as Parameter)),
        ...others,
      ];
      for (const name of ['bare', 'indexed']) {
        const column = shelf().column(name);
        for (const value of parameters) {
          const filter = { kind: 'compare', column, operator, values: [value] } as const;
          const request = { table: 'shelf', columns: [], filter, orderBy: [], limit: null };
          expect([value, await shelf().ids({ filter })]).toEqual([
            value,
            evaluate(request, held).map(({ id }) => id),
          ]);
        }
      }
    });

    it('are found by a list, each for itself', async () => {
      const parameters = [
        ...inOrder.map(asParameter ?? ((value) => value as Parameter)),
        ...others,
      ];
      const column = shelf().column('indexed');
      const filter = { kind: 'compare', column, operator: 'in', values: parameters } as const;
      const request = { table: 'shelf', columns: [], filter, orderBy: [], limit: null };
      expect(await shelf().ids({ filter })).toEqual(evaluate(request, held).map(({ id }) => id));
    });
  });
}
