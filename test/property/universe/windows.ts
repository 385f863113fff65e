import type { Window } from '../../../src/policy/model/window.js';

/** A window, and whether it is open at the time of every trial, which is told by hand. */
export interface WindowChoice {
  readonly seed: Window;
  readonly isOpen: boolean;
}

/** The time of every trial is noon in China, on `today`, which is a Saturday. */
export const windows: readonly WindowChoice[] = [
  { seed: { days: ['SAT'], from: '08:30', to: '18:00' }, isOpen: true },
  { seed: { days: ['SAT', 'SUN'], from: '12:00', to: '12:01' }, isOpen: true },
  { seed: { days: ['FRI'], from: '13:00', to: '12:01' }, isOpen: true },
  { seed: { days: ['SAT'], from: '08:30', to: '12:00' }, isOpen: false },
  { seed: { days: ['SAT'], from: '13:00', to: '12:30' }, isOpen: false },
  { seed: { days: ['MON', 'FRI', 'SUN'], from: '00:00', to: '24:00' }, isOpen: false },
];
