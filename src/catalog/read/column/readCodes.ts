import type { ASTNode } from 'graphql';

import type { Storage } from '../../../source/column/column.js';
import type { Code, Reading } from '../../../source/column/reading.js';
import type { Faults } from '../../fault/fault.js';
import type { CodeList } from '../../model/codeList.js';

import { readCode } from './readCode.js';

/** Texts go by code point. */
function byCode({ code: one }: Code, { code: other }: Code): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return Buffer.compare(Buffer.from(String(one)), Buffer.from(String(other)));
}

/** A whole number holds the code 01 as 1. */
function heldIn(storage: Storage | undefined, code: string): string {
  return storage === 'INTEGER' ? code.replace(/^0+(?=[0-9])/, '') : code;
}

/** Reads how a column of this storage holds the values of a list; undefined where it cannot. */
export function readCodes(
  { values }: CodeList,
  storage: Storage | undefined,
  at: ASTNode,
  faults: Faults,
): Reading | undefined {
  const holders = new Map<string | number, string>();
  const codes = values.flatMap(({ name, code }): readonly Code[] => {
    const read = readCode(heldIn(storage, code), storage);
    if (read.kind === 'refused') {
      faults.at(at, `${name}: ${read.why}`);
      return [];
    }
    const other = holders.get(read.code);
    if (other !== undefined) {
      faults.at(at, `${name}: the column would hold it as ${other}, both as ${read.code}.`);
      return [];
    }
    holders.set(read.code, name);
    return [{ value: name, code: read.code }];
  });
  return codes.length === values.length ? { kind: 'codes', codes: codes.sort(byCode) } : undefined;
}
