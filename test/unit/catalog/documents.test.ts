import { describe, expect, it } from '@jest/globals';

import { compileText, faultsOf, traffic } from './fixture.js';

const faultsAs = (...changes: readonly (readonly [string, string])[]) =>
  faultsOf(() =>
    compileText(changes.reduce((text, [from, to]) => text.replace(from, to), traffic)),
  );

describe('a field of JSON', () => {
  it('is offered over a text, masked by a rule that shows no part of it', () => {
    expect(faultsAs(['owner: String', 'owner: JSON'], ['rule: NAME', 'rule: HASH'])).toEqual([]);
    expect(faultsAs(['owner: String', 'owner: JSON'])).toEqual([
      'traffic.graphql:9:3 NAME can be put on String; owner is JSON.',
    ]);
  });

  it('is no key, and no end of a link', () => {
    expect(
      faultsAs(['code: ID! @key', 'code: JSON! @key'], ['brandCode: ID', 'brandCode: JSON']),
    ).toEqual([
      'traffic.graphql:13:3 The ends of a link are compared; "brandCode" and "code" are JSON, which nothing is compared with.',
      'traffic.graphql:20:3 A key is compared; "code" is JSON, which nothing is compared with.',
    ]);
  });

  it('tells nobody from others', () => {
    expect(
      faultsAs(
        ['owner: String', 'owner: JSON'],
        ['rule: NAME', 'rule: HASH'],
        ['pageBy: "row_id"', 'pageBy: "row_id", subject: "owner"'],
      ),
    ).toEqual([
      'traffic.graphql:4:3 `subject` names a field that tells one from others; "owner" is JSON.',
    ]);
  });
});
