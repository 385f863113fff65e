import { describe, expect, it } from '@jest/globals';

import { compileCase, faultsOf, optional, policyOf, problemsOf, typeOf } from './caseCatalog.js';

const l1 = '@classify(level: L1, category: GENERAL)';

describe('B1: a name that GraphQL keeps from enum values', () => {
  it.each(['true', 'false', 'null'])('%s is refused where it stands', (name) => {
    const faults = faultsOf(typeOf(`${name}: String @column(name: "mc") ${l1}`), {
      mc: optional(),
    });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(`\`${name}\``);
  });

  it('and one that only begins so is taken', () => {
    expect(
      faultsOf(typeOf(`trueName: String @column(name: "mc") ${l1}`), { mc: optional() }),
    ).toEqual([]);
  });
});

describe('B14: the values of an attribute', () => {
  const problemsWith = (count: number) => {
    const held = Array.from({ length: count }, (_, at) => String(at));
    return problemsOf(
      compileCase(typeOf('')),
      policyOf({ no: { in: '$requester.held' } }, { held }),
    );
  };

  it('are 500 at the most', () => {
    expect(problemsWith(500)).toEqual([]);
    expect(problemsWith(501)).toEqual([
      expect.stringContaining('an attribute has at most 500 values'),
    ]);
  });
});

describe('D5: a masked field that clients take for an identity', () => {
  const named = (name: string, mask: string) =>
    faultsOf(
      typeOf(
        `${name}: ID @column(name: "mc") @desensitize(rule: ${mask}) @classify(level: L2, category: GENERAL)`,
      ),
      { mc: optional() },
    );

  it.each(['id', '_id'])('named %s is refused', (name) => {
    expect(named(name, 'REDACT')).toHaveLength(1);
  });

  it('is taken under another name, and where no two people are masked alike', () => {
    expect(named('number', 'REDACT')).toEqual([]);
    expect(named('id', 'HASH')).toEqual([]);
  });
});
