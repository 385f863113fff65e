import { describe, expect, it } from '@jest/globals';

import type { Catalog } from '../../../src/catalog/model/catalog.js';
import { lockPolicy } from '../../../src/control/policy/lock/lockPolicy.js';
import { noLock, writeLock, type PolicyLock } from '../../../src/control/policy/lock/policyLock.js';
import { readStatedPolicy } from '../../../src/control/policy/lock/statedPolicy.js';
import { PolicyError } from '../../../src/control/policy/policyError.js';
import { readPolicy } from '../../../src/control/policy/readPolicy.js';
import type { FieldGrant } from '../../../src/policy/model/grant.js';
import { compileCase, optional, typeOf } from '../../cases/caseCatalog.js';

const personal = `@share(attribute: CONDITIONAL, condition: "x", basis: "公共图书馆法 第四十三条")
  @classify(level: L3, category: PERSONAL)`;
const fields = `name: String @desensitize(rule: NAME)
  age: Int @desensitize(rule: RANGE, step: 10)
  faith: String @desensitize(rule: WITHHOLD)
  phone: String @desensitize(rule: PHONE) @classify(level: L4, category: SENSITIVE_PERSONAL)
  school: String @necessary(scenarios: ["enrolment"]) @classify(level: L1, category: GENERAL)
  secret: String @share(attribute: NOT_SHARED, basis: "公共图书馆法 第四十三条")
  town: String @classify(level: L2, category: GENERAL)`;
const columns = {
  name: optional(),
  age: optional('INTEGER'),
  faith: optional(),
  phone: optional(),
  school: optional(),
  secret: optional(),
  town: optional(),
};
const catalog = compileCase(typeOf(fields, personal), columns);

/** The catalog of a year later: it has one field more, and asks less of others. */
const looser = compileCase(
  typeOf(
    `${fields.replace('desensitize(rule: NAME)', 'classify(level: L1, category: GENERAL)')}
  street: String @classify(level: L1, category: GENERAL)`,
    personal,
  ).replaceAll('L4, category: SENSITIVE_PERSONAL', 'L3, category: PERSONAL'),
  { ...columns, street: optional() },
);

const policyWith = (stated: unknown, more: object = {}) =>
  JSON.stringify({
    clients: [{ id: 'c', agency: 'a', keys: [] }],
    grants: [
      {
        id: 'G-1',
        client: 'c',
        purpose: 'p',
        validUntil: '2099-12-31T00:00:00Z',
        resources: { Thing: { reach: ['LIST'], fields: stated } },
        ...more,
      },
    ],
  });

function lockOf(
  text: string,
  { at = catalog, before = noLock, anew = [] as readonly string[] } = {},
): PolicyLock {
  return lockPolicy(readStatedPolicy(text), before, at, new Set(anew)).lock;
}

const formsOf = (lock: PolicyLock) => lock.grants['G-1']?.['Thing']?.forms;

function granted(text: string, lock: PolicyLock, at: Catalog = catalog) {
  const [ofClient] = [...readPolicy(text, at, writeLock(lock)).grants.values()];
  const [grant] = [...ofClient!.values()];
  return Object.fromEntries<FieldGrant>(grant!.resources.get('Thing')!.fields);
}

function problemsIn(work: () => unknown): readonly string[] {
  try {
    work();
    return [];
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    return error.problems;
  }
}

const every = {
  no: 'CLEAR',
  name: { mask: 'NAME' },
  age: { mask: { rule: 'RANGE', step: 10 } },
  town: 'CLEAR',
};
const everyOfLooser = { ...every, name: 'CLEAR', phone: { mask: 'PHONE' }, street: 'CLEAR' };

describe('"*" in the fields of a grant', () => {
  it.each([['"*" alone', '*'] as const, ['"*" as a name', { '*': {} }] as const])(
    'is each field in the form it has without approval, and none that is withheld: %s',
    (_what, stated) => {
      const text = policyWith(stated);
      const lock = lockOf(text);
      expect(formsOf(lock)).toEqual(every);
      expect(granted(text, lock)).toEqual({
        no: { form: 'CLEAR' },
        name: { form: { mask: { rule: 'NAME' } } },
        age: { form: { mask: { rule: 'RANGE', step: 10 } } },
        town: { form: 'CLEAR' },
      });
    },
  );

  it('has what is necessary in the scenario of the grant', () => {
    const lock = lockOf(policyWith('*', { scenario: 'enrolment' }));
    expect(formsOf(lock)).toEqual({ ...every, school: 'CLEAR' });
  });

  it('leaves out what is excepted, and keeps what is named as it is stated', () => {
    const text = policyWith({
      '*': { except: ['age', 'phone'] },
      no: { uses: ['LOOKUP'] },
      town: { form: { mask: 'REDACT' } },
    });
    const lock = lockOf(text);
    expect(formsOf(lock)).toEqual({ no: 'CLEAR', name: { mask: 'NAME' } });
    expect(granted(text, lock)).toEqual({
      no: { form: 'CLEAR', uses: ['LOOKUP'] },
      name: { form: { mask: { rule: 'NAME' } } },
      town: { form: { mask: { rule: 'REDACT' } } },
    });
  });

  it('gives the same by a catalog that has more fields and asks less of them', () => {
    const text = policyWith('*');
    const lock = lockOf(text);
    expect(granted(text, lock, looser)).toEqual(granted(text, lock));
    expect(formsOf(lockOf(text, { at: looser }))).toEqual(everyOfLooser);
  });

  it.each<[string, unknown, RegExp]>([
    ['another word', 'all', /^grants\.0\.resources\.Thing\.fields: is `"\*"`, or names fields/],
    ['a form for all', { '*': { form: 'CLEAR' } }, /"form"/],
    ['uses for all', { '*': { uses: ['FILTER'] } }, /"uses"/],
    ['nothing excepted', { '*': { except: [] } }, /except/],
  ])('is of no other form: %s', (_what, stated, problem) => {
    expect(problemsIn(() => lockOf(policyWith(stated)))).toEqual([expect.stringMatching(problem)]);
  });

  it.each<[string, unknown, string]>([
    [
      'excepts what is no field',
      { '*': { except: ['fax'] } },
      'grant G-1, Thing: Thing has no field "fax"',
    ],
    [
      'excepts what is named',
      { '*': { except: ['age'] }, age: {} },
      'grant G-1, Thing: "age" is named, and excepted from "*"',
    ],
    [
      'stands for nothing',
      { '*': { except: ['no', 'name', 'age'] }, town: {} },
      'grant G-1, Thing: "*" stands for no field; each other one is withheld without approval',
    ],
  ])('is refused where it %s', (_what, stated, problem) => {
    expect(problemsIn(() => lockOf(policyWith(stated)))).toEqual([problem]);
  });
});

describe('a policy file that states "*"', () => {
  const text = policyWith('*');
  const lock = lockOf(text);
  const run = 'run `tongdao policy lock`';

  it('is refused without a lock, by a sentence that names the command', () => {
    expect(problemsIn(() => readPolicy(text, catalog))).toEqual([
      `grant G-1, Thing: "*" stands for the fields that a lock holds, and none holds these; ${run}, and keep the lock with the policy file`,
    ]);
  });

  const unfit = `grant G-1, Thing: the lock of "*" is not of what is stated here; ${run}, look at what it changes, and keep the lock with the policy file`;
  const changedTo = (forms: object): PolicyLock => {
    const thing = lock.grants['G-1']!['Thing']!;
    return {
      ...lock,
      grants: { 'G-1': { Thing: { ...thing, forms: { ...thing.forms, ...forms } } } },
    };
  };
  it.each<[string, string, PolicyLock, string]>([
    ['what is excepted has changed', policyWith({ '*': { except: ['age'] } }), lock, unfit],
    ['the scenario has changed', policyWith('*', { scenario: 'pension' }), lock, unfit],
    ['the lock was changed by hand', text, changedTo({ name: 'CLEAR' }), unfit],
    [
      'the grant states "*" no longer',
      policyWith({ town: {} }),
      lock,
      `grant G-1, Thing: a lock holds it, and no "*" is stated; ${run}`,
    ],
  ])('is refused where %s', (_what, policy, held, problem) => {
    expect(problemsIn(() => granted(policy, held))).toEqual([problem]);
  });

  it('is refused where the lock is none', () => {
    expect(problemsIn(() => readPolicy(text, catalog, '{'))).toEqual([
      'the lock of the policy file is none; `tongdao policy lock` writes it',
    ]);
  });

  it('is of another revision under another lock', () => {
    const revision = (by: PolicyLock, of = text) => readPolicy(of, catalog, writeLock(by)).revision;
    expect(revision(lock)).toBe(revision(lock));
    const forms = lockOf(text, { at: looser, anew: [] });
    expect(readPolicy(text, looser, writeLock(forms)).revision).not.toBe(revision(lock));
  });
});

describe('a lock that is made again', () => {
  const text = policyWith('*');
  const lock = lockOf(text);

  it('keeps what it holds, whatever the catalog is now', () => {
    expect(lockOf(text, { at: looser, before: lock })).toEqual(lock);
    expect(lockOf(policyWith('*', { purpose: 'q' }), { at: looser, before: lock })).toEqual(lock);
  });

  it('is made anew for a grant that is named, or was changed', () => {
    const anew = lockOf(text, { at: looser, before: lock, anew: ['G-1'] });
    expect(formsOf(anew)).toEqual(everyOfLooser);
    const changed = policyWith({ '*': { except: ['age'] } });
    expect(formsOf(lockOf(changed, { before: lock }))).not.toHaveProperty('age');
  });

  it('drops what states "*" no longer, and refuses to lock what is no grant of it', () => {
    const named = policyWith({ town: {} });
    expect(lockOf(named, { before: lock })).toEqual(noLock);
    expect(problemsIn(() => lockOf(named, { anew: ['G-1'] }))).toEqual([
      'grant G-1: no grant of this id states "*"',
    ]);
  });
});
