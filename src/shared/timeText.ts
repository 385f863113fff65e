const written = /^((?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])(?:\.([0-9]{1,6}))?$/;

/**
 * The canonical text of a time of day: 09:30:00, with as many digits of a second as say something, six at
 * the most.
 *
 * @param text the same, but for zeros at its end
 * @returns undefined where it is none: before 00:00:00, or from 24:00:00 on
 */
export function timeText(text: string): string | undefined {
  const [, time, fraction = ''] = written.exec(text) ?? [];
  const rest = fraction.replace(/0+$/, '');
  return time === undefined || rest === '' ? time : `${time}.${rest}`;
}
