import { describe, expect, it } from '@jest/globals';

import { readPolicy } from '../../../src/control/policy/readPolicy.js';
import { findGrant } from '../../../src/policy/decide/findGrant.js';
import { thePublic } from '../../../src/policy/model/requester.js';
import { testPolicy, validUntil } from '../../support/testPolicy.js';
import { clientOf } from '../support/deciding.js';
import { refusalOf } from '../support/refusal.js';
import { testCatalog } from '../support/testCatalog.js';

const snapshot = readPolicy(testPolicy(), testCatalog);
const end = Date.parse(validUntil);
const now = Date.parse('2026-01-01T00:00:00Z');
const school = clientOf('school');

describe('the grant of a stated purpose', () => {
  it('is that of the client’s application of this code', () => {
    expect(findGrant(snapshot, school, 'enrolment', now)?.id).toBe('G-1');
    expect(findGrant(snapshot, clientOf('fund'), 'withdrawal', now)?.id).toBe('G-2');
  });

  it.each([[undefined], ['']])('is asked for where the header is %j', (stated) => {
    expect(refusalOf(() => findGrant(snapshot, school, stated, now))).toEqual({
      code: 'PURPOSE_REQUIRED',
      message: 'A request with a credential states its purpose in the header `purpose`.',
    });
  });

  it('is in force until its last moment, and not at it', () => {
    expect(findGrant(snapshot, school, 'enrolment', end - 1)?.id).toBe('G-1');
    expect(refusalOf(() => findGrant(snapshot, school, 'enrolment', end)).code).toBe(
      'PURPOSE_NOT_VALID',
    );
  });

  it('is refused in the same words where it is foreign, unknown or expired', () => {
    const refusals = [
      refusalOf(() => findGrant(snapshot, school, 'withdrawal', now)),
      refusalOf(() => findGrant(snapshot, school, 'enrolmen', now)),
      refusalOf(() => findGrant(snapshot, school, 'enrolment', end)),
      refusalOf(() => findGrant(snapshot, school, '__proto__', now)),
      refusalOf(() => findGrant(snapshot, clientOf('nobody'), 'enrolment', now)),
    ];
    const texts = new Set(refusals.map((refusal) => JSON.stringify(refusal)));
    expect([...texts]).toEqual([
      '{"code":"PURPOSE_NOT_VALID","message":"A purpose is the code of an approved application of this client, in force now."}',
    ]);
  });
});

describe('the public', () => {
  it('has no grant, and states no purpose', () => {
    expect(findGrant(snapshot, thePublic, undefined, now)).toBeNull();
  });

  it.each(['enrolment', 'unknown', ''])(
    'is not who states the purpose "%s" and no credential',
    (stated) => {
      expect(refusalOf(() => findGrant(snapshot, thePublic, stated, now))).toEqual({
        code: 'UNAUTHENTICATED',
        message: 'A request that states a purpose carries a credential; this one carries none.',
      });
    },
  );
});
