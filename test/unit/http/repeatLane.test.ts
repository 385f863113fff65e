import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';

import { compileContract } from '../../../src/contract/compileContract.js';
import type { Exchange } from '../../../src/exchange/exchange.js';
import { RepeatLane } from '../../../src/http/graphql/repeatLane.js';
import { EntryDraft } from '../../../src/http/recording/entryDraft.js';
import { thePublic } from '../../../src/policy/model/requester.js';
import { noneNoticed } from '../../../src/quota/subjectCounter.js';
import type { CatalogVersion, Fingerprint } from '../../../src/shared/brand.js';
import { sha256 } from '../../../src/shared/sha256.js';

const query = '{ __typename }';
const document = parse(query);
const report = {
  outcome: 'OK',
  operation: null,
  reads: new Map(),
  keys: new Map(),
  rows: new Map(),
  statements: 0,
  noticed: noneNoticed,
} as const;

/** Stages that answer everything with the same data. */
const exchange: Pick<Exchange, 'answer'> = {
  answer: () =>
    Promise.resolve({ data: Buffer.from('{"__typename":"Query"}'), errors: [], report }),
};

const contract = compileContract(
  { grant: null, validUntil: null, resources: new Map(), refused: new Map() },
  { version: 'version' as CatalogVersion, resources: new Map() },
);
const admission = { requester: thePublic, purpose: null, grant: null, revision: '1', contract };

function openLane(remembered: Fingerprint | null = contract.fingerprint) {
  const lane = new RepeatLane(exchange);
  const operation = { document, documentHash: sha256(query), operationName: null };
  if (remembered) lane.remember(remembered, operation);
  return (body: Parameters<RepeatLane['find']>[0], accept?: string) => {
    const known = lane.find(body, accept, contract.fingerprint);
    return known && lane.answer(known, {}, { admission, draft: new EntryDraft() });
  };
}

describe('RepeatLane', () => {
  it('answers an operation that it was told of', async () => {
    const answer = await openLane()({ query });
    expect(answer).toMatchObject({ status: 200, contentType: 'application/json; charset=utf-8' });
    expect(answer?.body.toString()).toMatch(
      /^\{"data":\{"__typename":"Query"\},"extensions":.*\}\n$/,
    );
  });

  it.each([
    ['it was told of none', openLane(null), { query }, undefined],
    [
      'it was told of under another contract',
      openLane('other' as Fingerprint),
      { query },
      undefined,
    ],
    ['it is another to the letter', openLane(), { query: `${query} ` }, undefined],
    ['another operation is named', openLane(), { query, operationName: 'Other' }, undefined],
    ['an operation without letters is named', openLane(), { query, operationName: '' }, undefined],
    [
      'name and text differ, though not put together',
      openLane(),
      { query: query.slice(2), operationName: query.slice(0, 2) },
      undefined,
    ],
    ['its content type must be negotiated', openLane(), { query }, 'application/*'],
  ])('leaves an operation to Apollo if %s', async (_why, ask, body, accept) => {
    expect(await ask(body, accept)).toBeUndefined();
  });
});
