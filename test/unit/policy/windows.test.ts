import { describe, expect, it } from '@jest/globals';

import { RulesByTime } from '../../../src/policy/decide/rulesByTime.js';
import type { Rule } from '../../../src/policy/model/rule.js';
import { isOpen, weekdays, type Window } from '../../../src/policy/model/window.js';
import type { ClientId } from '../../../src/shared/brand.js';
import { momentAt } from '../../../src/shared/chinaCalendar.js';
import { decided, decideFor } from '../support/deciding.js';

import { register } from './register.js';

const atWork: Window = { days: ['MON', 'TUE', 'WED', 'THU', 'FRI'], from: '08:30', to: '18:00' };
const atNight: Window = { days: ['FRI', 'SUN'], from: '22:00', to: '06:00' };
const allDay: Window = { days: ['SUN'], from: '00:00', to: '24:00' };

const timeOf = (text: string) => Date.parse(text);
const open = (window: Window, time: string) => isOpen(window, momentAt(timeOf(time)));

describe('the time of the week in China', () => {
  it.each([
    ['2026-11-25T00:00:00.000Z', 'WED', '08:00'],
    ['2026-11-25T15:59:59.999Z', 'WED', '23:59'],
    ['2026-11-25T16:00:00.000Z', 'THU', '00:00'],
    ['2026-11-29T15:59:59.999Z', 'SUN', '23:59'],
    ['2026-11-29T16:00:00.000Z', 'MON', '00:00'],
    // In summer as in winter.
    ['2026-07-01T00:30:00.000Z', 'WED', '08:30'],
    ['1969-12-31T16:00:00.000Z', 'THU', '00:00'],
  ])('at %s is %s %s', (text, day, time) => {
    const moment = momentAt(timeOf(text));
    expect([weekdays[moment.weekday], moment.time]).toEqual([day, time]);
  });
});

describe('a window is open', () => {
  it.each<[string, Window, string, boolean]>([
    ['not before it begins', atWork, '2026-11-25T08:29:59.999+08:00', false],
    ['from then on', atWork, '2026-11-25T08:30:00.000+08:00', true],
    ['until it ends', atWork, '2026-11-25T17:59:59.999+08:00', true],
    ['and not then', atWork, '2026-11-25T18:00:00.000+08:00', false],
    ['not on another day', atWork, '2026-11-28T12:00:00.000+08:00', false],
    ['all of a day, to its last moment', allDay, '2026-11-29T23:59:59.999+08:00', true],
    ['from its first', allDay, '2026-11-29T00:00:00.000+08:00', true],
    ['not the day before', allDay, '2026-11-28T23:59:59.999+08:00', false],
    ['not the day after', allDay, '2026-11-30T00:00:00.000+08:00', false],
    ['over midnight, from its day', atNight, '2026-11-27T22:00:00.000+08:00', true],
    ['to the next', atNight, '2026-11-28T05:59:59.999+08:00', true],
    ['and not then', atNight, '2026-11-28T06:00:00.000+08:00', false],
    ['nor on the evening of the next', atNight, '2026-11-28T22:00:00.000+08:00', false],
    ['nor on the morning of its day', atNight, '2026-11-27T05:00:00.000+08:00', false],
    ['over the end of a week', atNight, '2026-11-30T05:59:59.999+08:00', true],
  ])('%s', (_when, window, time, expected) => {
    expect(open(window, time)).toBe(expected);
  });
});

const rule = (id: string, window: Window, scope = {}): Rule => ({
  id,
  kind: 'WINDOW',
  resource: 'Person',
  ...window,
  ...scope,
});

describe('a resource with windows', () => {
  const granted = {
    Person: { reach: ['LIST'], fields: { plain1: {} } },
    Town: { reach: ['LIST'], fields: { name: {} } },
  } as const;
  const decideAt = (time: string, ...rules: readonly Rule[]) =>
    decideFor(register, granted, new RulesByTime(rules).at(timeOf(time)).rules);
  const reasons = (time: string, ...rules: readonly Rule[]) => {
    const { resources, refused } = decideAt(time, ...rules);
    const of = resources.get('Person')?.reasons ?? refused.get('Person') ?? [];
    return of.map(({ step, by, result }) => `${step} ${by}: ${result}`);
  };
  const noon = '2026-11-25T12:00:00+08:00';
  const night = '2026-11-25T23:00:00+08:00';

  it('is there while all are open, as it is without, and says by which', () => {
    const always = rule('R-2', { days: [...weekdays], from: '00:00', to: '24:00' });
    expect(decided(decideAt(noon, rule('R-1', atWork), always), 'Person.plain1')).toBe(
      decided(decideAt(noon), 'Person.plain1'),
    );
    expect(reasons(noon, rule('R-1', atWork), always)).toEqual([
      'permission grant G-1: LIST',
      'rule R-1: open on MON TUE WED THU FRI, 08:30 to 18:00',
      'rule R-2: open on MON TUE WED THU FRI SAT SUN, 00:00 to 24:00',
    ]);
  });

  it('is as if suspended while one is closed, and says by which', () => {
    const rules = [rule('R-1', atWork), rule('R-2', allDay)];
    expect(decideAt(noon, ...rules).resources.has('Person')).toBe(false);
    expect(reasons(noon, ...rules)).toEqual([
      'permission grant G-1: LIST',
      'rule R-2: closed but on SUN, 00:00 to 24:00',
    ]);
    expect(decideAt(night, rule('R-1', atWork)).resources.has('Person')).toBe(false);
  });

  it('leaves others, and other requesters, as they are', () => {
    const ofAnother = rule('R-1', atWork, { client: 'fund' as ClientId });
    expect(decideAt(night, ofAnother).resources.has('Person')).toBe(true);
    expect(decideAt(night, rule('R-1', atWork)).resources.has('Town')).toBe(true);
  });

  it('is closed to whoever decides without asking what the time is', () => {
    const decisions = decideFor(register, granted, [rule('R-1', atWork)]);
    expect(decisions.resources.has('Person')).toBe(false);
  });
});

describe('the rules of a snapshot', () => {
  it('are the same object until a window opens or closes, and told apart then', () => {
    const rules = new RulesByTime([rule('R-1', atWork), rule('R-2', allDay)]);
    const at = (time: string) => rules.at(timeOf(time));
    const before = at('2026-11-25T08:29:00+08:00');
    expect(at('2026-11-25T08:29:59.999+08:00')).toBe(before);
    const after = at('2026-11-25T08:30:00+08:00');
    expect(after.open).not.toBe(before.open);
    expect(at('2026-11-25T17:59:00+08:00').open).toBe(after.open);
    // A clock that is set back.
    expect(at('2026-11-25T08:29:00+08:00').open).toBe(before.open);
  });

  it('without windows are what they were, at any time', () => {
    const stated: readonly Rule[] = [{ id: 'R-1', kind: 'SUSPEND', resource: 'Person' }];
    const rules = new RulesByTime(stated);
    expect(rules.at(0).rules).toBe(stated);
    expect(rules.at(timeOf('2026-11-25T00:00:00Z'))).toBe(rules.at(0));
  });
});
