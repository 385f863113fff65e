/** Without I, O, S, V and Z, which are read as digits or as other letters. */
const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const form = /^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

/**
 * Whether a text is a unified social credit code (GB 32100): 18 characters, the last of which checks
 * the others. Each weighs three times as much as the one before it, modulo 31.
 */
export function isCreditCode(text: string): boolean {
  if (!form.test(text)) return false;
  const { sum } = Array.from(text.slice(0, -1)).reduce(
    ({ sum: before, weight }, character) => ({
      sum: before + weight * characters.indexOf(character),
      weight: (weight * 3) % 31,
    }),
    { sum: 0, weight: 1 },
  );
  return characters.charAt((31 - (sum % 31)) % 31) === text.slice(-1);
}
