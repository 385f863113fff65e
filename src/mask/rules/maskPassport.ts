/** ICAO Doc 9303: nine characters; in China a letter, a letter or digit, and seven digits. */
const form = /^[A-Z][A-Z0-9][0-9]{7}$/;

/**
 * E12345678 → E****5678: the first and the last four characters stay.
 *
 * @returns null for a text without the form of a Chinese passport number
 */
export function maskPassport(passport: string): string | null {
  return form.test(passport) ? `${passport.slice(0, 1)}****${passport.slice(-4)}` : null;
}
