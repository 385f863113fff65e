import type { TextSql } from './textSql.js';

/** The weights of the first 17 digits (GB 11643-1999, 4.2.1), and the check digits by what they leave. */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkDigits = '10X98765432';
/** The code of 0, times all weights: what codes have more than digits. */
const excess = 48 * weights.reduce((sum, weight) => sum + weight, 0);

function writeCheck(number: string, { codeOf }: TextSql): string {
  const terms = weights.map(
    (weight, at) => `${weight} * ${codeOf(`SUBSTR(${number}, ${at + 1}, 1)`)}`,
  );
  const left = `(${terms.join(' + ')} - ${excess}) % 11`;
  return `SUBSTR('${checkDigits}', 1 + ${left}, 1) = UPPER(SUBSTR(${number}, 18, 1))`;
}

/** The day of birth that a text holds which is a citizen's number. */
export function writeBirth(number: string, { concat }: TextSql): string {
  const day = (century: readonly string[], at: number) =>
    concat([
      ...century,
      `SUBSTR(${number}, ${at}, ${century.length > 0 ? 2 : 4})`,
      "'-'",
      `SUBSTR(${number}, ${century.length > 0 ? at + 2 : at + 4}, 2)`,
      "'-'",
      `SUBSTR(${number}, ${century.length > 0 ? at + 4 : at + 6}, 2)`,
    ]);
  return `CASE WHEN LENGTH(${number}) = 15 THEN ${day(["'19'"], 7)} ELSE ${day([], 7)} END`;
}

/**
 * Whether a text is a citizen's number with a day of birth: of 18 digits whose check digit is right, or of
 * the 15 that numbers had until 1999, which have none and are of the 1900s. Where a check digit is wrong, so
 * may be the day.
 */
export function writeHasBirth(number: string, sql: TextSql): string {
  const { isSame, areDigits, isIso } = sql;
  const has = (length: number) =>
    `LENGTH(${number}) = ${length} AND ${isSame(number, `SUBSTR(${number}, 1, ${length})`)}`;
  const isNew = `${has(18)} AND ${areDigits(`SUBSTR(${number}, 1, 17)`)} AND ${writeCheck(number, sql)}`;
  const isOld = `${has(15)} AND ${areDigits(number)}`;
  return `(((${isNew}) OR (${isOld})) AND ${isIso(writeBirth(number, sql), 'DAY')})`;
}
