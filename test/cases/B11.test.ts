import { describe, expect, it } from '@jest/globals';

import type { Resource } from '../../src/catalog/model/catalog.js';
import { toAskedKeys } from '../../src/plan/facts/askedKeys.js';
import { bindKey } from '../../src/plan/rows/bindKeys.js';
import type { Column } from '../../src/source/column/column.js';

import { defineB11 } from './defineB11.js';

describe('B11: a citizen’s number that ends with X here and with x there', () => {
  defineB11('sqlite');

  it('is charged as one subject in either spelling', () => {
    const column: Column = {
      name: 'id_no',
      storage: 'TEXT',
      nullable: false,
      exact: true,
      eitherCase: true,
    };
    const fields = new Map([['idNo', { element: 'citizen-id' }]]);
    const resource = {
      subject: 'idNo',
      name: 'Citizen',
      key: ['idNo'],
      fields,
    } as unknown as Resource;
    const keys = ['1x', '1X'].map((key) => bindKey([column], ['idNo'], { idNo: key }, 'citizen'));
    expect(toAskedKeys(resource, keys)).toEqual({ of: 'citizen-id', keys: ['1X', '1X'] });
    const other = { ...column, eitherCase: false };
    expect(bindKey([other], ['code'], { code: '1x' }, 'other')).toEqual(['1x']);
  });
});
