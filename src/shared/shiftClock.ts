import { clockText } from './clockText.js';

const millisecondsOfMinute = 60_000;

/**
 * What another clock shows.
 *
 * @param text as `clockText` gives it
 * @param minutes how far that one is ahead
 * @returns undefined where it shows no year of four digits
 */
export function shiftClock(text: string, minutes: number): string | undefined {
  const [second = '', fraction = ''] = text.split('.');
  const moment = new Date(`${second.replace(' ', 'T')}Z`).getTime();
  const shifted = new Date(moment + minutes * millisecondsOfMinute);
  if (Number.isNaN(shifted.getTime())) return undefined;
  const [told = ''] = shifted.toISOString().split('.');
  return clockText(`${told.replace('T', ' ')}${fraction === '' ? '' : `.${fraction}`}`);
}
