import { describe, expect, it } from '@jest/globals';

import { readPolicy } from '../../../src/control/policy/readPolicy.js';
import { Identity } from '../../../src/identity/identity.js';
import type { Client, PolicySnapshot } from '../../../src/policy/model/policySnapshot.js';
import { thePublic } from '../../../src/policy/model/requester.js';
import type { AgencyCode, ClientId } from '../../../src/shared/brand.js';
import { keyOf, tokenOf } from '../../support/testClients.js';
import { testPolicy } from '../../support/testPolicy.js';
import { rejectionOf } from '../support/refusal.js';
import { testCatalog } from '../support/testCatalog.js';

const snapshot = readPolicy(testPolicy(), testCatalog);
const school = snapshot.clients.get('school' as ClientId)!;
const hour = 3_600_000;

/** The snapshot with the school's registration changed, or (null) taken away. */
function withSchool(change: Partial<Client> | null): PolicySnapshot {
  const clients = new Map(snapshot.clients);
  if (change) clients.set(school.id, { ...school, ...change });
  else clients.delete(school.id);
  return { ...snapshot, clients };
}

const unauthenticated = {
  code: 'UNAUTHENTICATED',
  message: 'A credential is a current token, signed by a key registered to its client.',
};

const expired = {
  code: 'UNAUTHENTICATED',
  message:
    'A credential is a current token, signed by a key registered to its client; this one has expired since.',
};

describe('who asks', () => {
  it('is the public, where there is no header', async () => {
    expect(await new Identity(Date.now).identify(undefined, snapshot)).toBe(thePublic);
  });

  it('is the client of the token, as the policy knows it', async () => {
    const authorization = `Bearer ${await tokenOf('school')}`;
    expect(await new Identity(Date.now).identify(authorization, snapshot)).toEqual({
      kind: 'client',
      client: 'school',
      agency: 'qd-education',
      attributes: new Map([
        ['districts', ['370202', '370203']],
        ['agency', ['qd-education']],
      ]),
    });
  });
});

describe('a header that is no credential is refused, and never the public', () => {
  it.each([
    [''],
    [' '],
    ['Bearer'],
    ['Bearer '],
    ['Basic c2Nob29sOnNlY3JldA=='],
    ['Bearer a.b'],
    ['Bearer a.b.c.d'],
    ['Bearer  a.b.c'],
    ['Bearer a.b.c '],
    ['Bearer a.b.c, Bearer d.e.f'],
    ['Bearer a.b.c\nBearer d.e.f'],
    ['DPoP a.b.c'],
    ['null'],
    ['undefined'],
  ])('%j', async (authorization) => {
    const identity = new Identity(Date.now);
    expect(await rejectionOf(identity.identify(authorization, snapshot))).toEqual({
      code: 'UNAUTHENTICATED',
      message: 'A credential is stated as `authorization: Bearer <token>`; this one is not.',
    });
  });

  it('and so is a token of another scheme, or none', async () => {
    const token = await tokenOf('school');
    const identity = new Identity(Date.now);
    for (const authorization of [token, `Token ${token}`, `Basic ${token}`]) {
      expect((await rejectionOf(identity.identify(authorization, snapshot))).code).toBe(
        'UNAUTHENTICATED',
      );
    }
  });
});

describe('a token that was verified before', () => {
  it('is refused once its key is registered no more', async () => {
    const identity = new Identity(Date.now);
    const authorization = `Bearer ${await tokenOf('school')}`;
    expect(await identity.identify(authorization, snapshot)).toMatchObject({ client: 'school' });
    for (const keys of [
      [],
      [keyOf('fund').registered],
      [{ ...keyOf('school').registered, kid: 'b' }],
    ]) {
      const revoked = withSchool({ keys });
      expect(await rejectionOf(identity.identify(authorization, revoked))).toEqual(unauthenticated);
    }
    expect(await identity.identify(authorization, snapshot)).toMatchObject({ client: 'school' });
  });

  it('is refused once its client is no more', async () => {
    const identity = new Identity(Date.now);
    const authorization = `Bearer ${await tokenOf('school')}`;
    await identity.identify(authorization, snapshot);
    expect(await rejectionOf(identity.identify(authorization, withSchool(null)))).toEqual(
      unauthenticated,
    );
  });

  it('is that of its client as it is known now', async () => {
    const identity = new Identity(Date.now);
    const authorization = `Bearer ${await tokenOf('school')}`;
    await identity.identify(authorization, snapshot);
    const moved = withSchool({ agency: 'qd-other' as AgencyCode, attributes: new Map() });
    expect(await identity.identify(authorization, moved)).toEqual({
      kind: 'client',
      client: 'school',
      agency: 'qd-other',
      attributes: new Map(),
    });
  });

  it('is good until its end, and refused from then on', async () => {
    let now = Date.now();
    const exp = Math.floor(now / 1_000) + 600;
    const identity = new Identity(() => now);
    const authorization = `Bearer ${await tokenOf('school', { exp })}`;
    await identity.identify(authorization, snapshot);
    now = (exp + 60) * 1_000 - 1;
    expect(await identity.identify(authorization, snapshot)).toMatchObject({ client: 'school' });
    now = (exp + 60) * 1_000;
    expect(await rejectionOf(identity.identify(authorization, snapshot))).toEqual(expired);
  });

  it('is refused twelve hours after its issue, though it states a later end', async () => {
    let now = Date.now();
    const identity = new Identity(() => now);
    const exp = Math.floor(now / 1_000) + 365 * 24 * 3_600;
    const authorization = `Bearer ${await tokenOf('school', { exp })}`;
    now += 12 * hour - 60_000;
    expect(await identity.identify(authorization, snapshot)).toMatchObject({ client: 'school' });
    now += 120_000;
    expect(await rejectionOf(identity.identify(authorization, snapshot))).toEqual(expired);
  });
});

describe('a token that was refused', () => {
  it('is not remembered as if it were good, nor is another in its place', async () => {
    const identity = new Identity(Date.now);
    const forged = `Bearer ${await tokenOf('school', {}, keyOf('fund').privateKey)}`;
    const good = `Bearer ${await tokenOf('school')}`;
    for (let time = 0; time < 2; time += 1) {
      expect((await rejectionOf(identity.identify(forged, snapshot))).code).toBe('UNAUTHENTICATED');
      expect(await identity.identify(good, snapshot)).toMatchObject({ client: 'school' });
    }
  });

  it('is good once its key is registered', async () => {
    const identity = new Identity(Date.now);
    const authorization = `Bearer ${await tokenOf('school')}`;
    await rejectionOf(identity.identify(authorization, withSchool({ keys: [] })));
    expect(await identity.identify(authorization, snapshot)).toMatchObject({ client: 'school' });
  });
});
