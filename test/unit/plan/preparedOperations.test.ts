import { describe, expect, it } from '@jest/globals';
import { parse, type DocumentNode } from 'graphql';

import { compileContract } from '../../../src/contract/compileContract.js';
import type { Contract } from '../../../src/contract/contract.js';
import type { Prepared } from '../../../src/plan/prepare.js';
import { PreparedOperations } from '../../../src/plan/preparedOperations.js';
import type { CatalogVersion } from '../../../src/shared/brand.js';

function contractOf(version: string) {
  const decided = { grant: null, validUntil: null, resources: new Map(), refused: new Map() };
  return compileContract(decided, version as CatalogVersion);
}

const contract = contractOf('one');
const document = parse('query one { __typename }');

/** Something told apart from all else by what it is. */
function prepared(hash: string): Prepared {
  return { kind: 'refused', hash } as unknown as Prepared;
}

describe('what was prepared', () => {
  it('is prepared once', () => {
    const operations = new PreparedOperations();
    const first = operations.get(contract, document, 'one', () => prepared('first'));
    expect(operations.get(contract, document, 'one', () => prepared('second'))).toBe(first);
  });

  it.each<[string, Contract, DocumentNode, string | null]>([
    ['contract', contractOf('other'), document, 'one'],
    ['document, though equal to the letter', contract, parse('query one { __typename }'), 'one'],
    ['name', contract, document, 'other'],
    ['name: none', contract, document, null],
    ['name: an empty one', contract, document, ''],
  ])('is of one %s', (_what, ...others) => {
    const operations = new PreparedOperations();
    operations.get(contract, document, 'one', () => prepared('first'));
    operations.get(contract, document, 'null', () => prepared('of a name that reads as none'));
    const second = prepared('second');
    expect(operations.get(...others, () => second)).toBe(second);
  });

  it('is kept for a few names of a document only', () => {
    const operations = new PreparedOperations();
    const ask = (name: string, hash: string) =>
      operations.get(contract, document, name, () => prepared(hash));
    for (let at = 0; at < 16; at += 1) ask(`name${at}`, 'first');
    expect(ask('name0', 'again')).toMatchObject({ hash: 'first' });
    ask('one too many', 'first');
    expect(ask('name0', 'again')).toMatchObject({ hash: 'again' });
  });
});
