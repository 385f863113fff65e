import { describe, expect, it } from '@jest/globals';

import { compileCatalog } from '../../../src/catalog/compile/compileCatalog.js';
import { CatalogError } from '../../../src/catalog/fault/catalogError.js';
import type { SourceName } from '../../../src/shared/brand.js';
import type { ColumnShape } from '../../../src/source/sourceShape.js';
import { optional, required, shapeOf, unique } from '../support/shapes.js';
import { vocabularyText } from '../support/testCatalog.js';

const ofView = (column: ColumnShape): ColumnShape => ({
  ...column,
  isDerived: true,
  isOfView: true,
});

/** A payroll: a table keyed by two columns, one by a number that nobody offers, a view, and one of nothing. */
const shape = shapeOf({
  dept_emp: {
    dept_no: { ...required(), primary: 2, uniqueWith: [['emp_no']] },
    emp_no: { ...required('INTEGER'), primary: 1, uniqueWith: [['dept_no']] },
    since: required('DATE'),
    badge: { ...unique(), nullable: true },
  },
  card: { row_id: { ...unique('INTEGER'), primary: 1 }, holder: optional(), no: required() },
  v_card: { no: ofView(optional()), holder: ofView(optional()) },
  loose: { no: optional(), holder: optional() },
  shut: {},
});

/** What is said of one type: its faults, then its warnings. */
function said(table: string, fields: string, { onType = '', more = '' } = {}): readonly string[] {
  const text = `extend schema @catalog(agency: "a", source: "s")
    type Thing @resource(code: "1", title: "T", table: "${table}", updateCycle: DAILY${more})
      @share(attribute: UNCONDITIONAL) @classify(level: L1, category: GENERAL) ${onType} { ${fields} }`;
  const shapes = new Map([['s' as SourceName, shape]]);
  const texts = [{ file: 'a.graphql', text }];
  try {
    const { warnings } = compileCatalog({ vocabulary: vocabularyText, texts, shapes });
    return warnings.map(({ message }) => message);
  } catch (error) {
    if (!(error instanceof CatalogError)) throw error;
    return error.faults.map(({ message }) => message);
  }
}

const empNo = 'empNo: Int! @column(name: "emp_no")';
const deptNo = 'deptNo: ID! @column(name: "dept_no")';

describe('a key that does not tell rows apart', () => {
  it('is answered by the primary key, and the directive for it', () => {
    expect(said('dept_emp', `${empNo} @key ${deptNo}`)).toEqual([
      'A key is unique in its table; column "emp_no" is not known to be: the primary key of "dept_emp" is (emp_no, dept_no), and (badge) is unique. State `@key(fields: ["empNo", "deptNo"])` on the type. Where "emp_no" is unique all the same, vouch for it: `unique: [["emp_no"]]` in @resource.',
    ]);
    const onType = '@key(fields: ["empNo", "deptNo"])';
    expect(said('dept_emp', `${empNo} ${deptNo}`, { onType })).toEqual([]);
  });

  it('is answered by the fields that the primary key asks for, where there are none', () => {
    expect(said('dept_emp', `${empNo} @key`)).toEqual([
      expect.stringContaining(
        ' A key asks for a field over "dept_no" beside "empNo". Where "emp_no" is',
      ),
    ]);
    expect(said('card', 'holder: String @key')).toEqual([
      expect.stringContaining(
        'the primary key of "card" is (row_id). A key asks for a field over "row_id". Where',
      ),
    ]);
  });

  it('is answered by another unique index, where fields are over that', () => {
    expect(said('dept_emp', `${empNo} @key badge: String`)).toEqual([
      expect.stringContaining(' Put `@key` on "badge". Where "emp_no" is'),
    ]);
  });

  it('is told that a view says nothing of its keys, and how to vouch for one', () => {
    expect(said('v_card', 'no: ID @key')).toEqual([
      'A key is unique in its table; column "no" is not known to be: "v_card" is a view, and its source does not say what tells its rows apart. Where "no" is unique all the same, vouch for it: `unique: [["no"]]` in @resource.',
    ]);
    expect(said('v_card', 'no: ID @key', { more: ', unique: [["no"]]' })).toEqual([]);
  });

  it('is told that a table has none', () => {
    expect(said('loose', 'no: ID @key')).toEqual([
      expect.stringContaining(': "loose" has no primary key and no unique index. Where "no" is'),
    ]);
  });
});

describe('a type without a key is warned', () => {
  it.each([
    [
      'dept_emp',
      `${empNo} ${deptNo}`,
      'The primary key of "dept_emp" is (emp_no, dept_no), and (badge) is unique. State `@key(fields: ["empNo", "deptNo"])` on the type.',
    ],
    [
      'v_card',
      'no: ID',
      '"v_card" is a view, and its source does not say what tells its rows apart. Where some of its columns tell them apart all the same, vouch for those by `@resource(unique: [["…"]])`, and put `@key` on their field.',
    ],
  ])('over %s', (table, fields, advice) => {
    expect(said(table, fields)).toEqual([
      `Thing has no key: its rows can be counted and aggregated, and not listed, looked up or verified. ${advice}`,
    ]);
  });
});

describe('an order of pages that does not tell rows apart', () => {
  const onType = '@key(fields: ["empNo", "deptNo"])';
  const fields = `${empNo} ${deptNo}`;

  it('is answered once by the primary key', () => {
    expect(said('dept_emp', fields, { onType, more: ', pageBy: ["dept_no", "since"]' })).toEqual([
      '`pageBy` names what is unique together and not null; "dept_no", "since" together are not known to be: the primary key of "dept_emp" is (emp_no, dept_no), and (badge) is unique. Where everybody may know its order, state `pageBy: ["emp_no", "dept_no"]`. Where the data is so all the same, vouch for it: `unique: [["dept_no", "since"]]`.',
    ]);
    expect(said('dept_emp', fields, { onType, more: ', pageBy: ["emp_no", "dept_no"]' })).toEqual(
      [],
    );
  });

  it('is answered by what may be null in it', () => {
    expect(said('dept_emp', fields, { onType, more: ', pageBy: "badge"' })).toEqual([
      expect.stringMatching(
        /^`pageBy` names what is unique and not null; "badge" may be null\. Where everybody/,
      ),
    ]);
  });
});

describe('a table that the channel may not read', () => {
  it('is told as such, and not as one that is not there', () => {
    expect(said('shut', 'no: ID @key')).toEqual([
      'The account of the channel may not read table "shut" of source "s": grant it SELECT there, or leave the type out.',
    ]);
    expect(said('shutt', 'no: ID @key')).toEqual([
      'Source "s" has no table "shutt"; it has dept_emp, card, v_card, loose. Did you mean "shut"?',
    ]);
  });
});
