import type { ASTNode } from 'graphql';

import type { Storage } from '../../source/column/column.js';
import type { Code, Reading } from '../../source/column/reading.js';
import type { Faults } from '../fault.js';
import type { CodeList } from '../model/codeList.js';

import { readCode } from './readCode.js';

/** Texts go by code point. */
function byCode({ code: one }: Code, { code: other }: Code): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return Buffer.compare(Buffer.from(String(one)), Buffer.from(String(other)));
}

/** Reads how a column of this storage holds the values of a list; undefined where it cannot. */
export function readCodes(
  { values }: CodeList,
  storage: Storage | undefined,
  at: ASTNode,
  faults: Faults,
): Reading | undefined {
  const codes = values.flatMap(({ name, code }): readonly Code[] => {
    const read = readCode(code, storage);
    if (read.kind === 'code') return [{ value: name, code: read.code }];
    faults.at(at, `${name}: ${read.why}`);
    return [];
  });
  return codes.length === values.length ? { kind: 'codes', codes: codes.sort(byCode) } : undefined;
}
