const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const organizationAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const organizationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/** The check character of an organization code: GB 11714, over its first eight characters. */
export function organizationCheck(characters: string): string {
  const sum = organizationWeights.reduce(
    (total, weight, index) =>
      total + weight * organizationAlphabet.indexOf(characters.charAt(index)),
    0,
  );
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? 'X' : String(check);
}

/** The check character of a unified social credit code: GB 32100, over its first 17 characters. */
export function creditCodeCheck(characters: string): string {
  let weight = 1;
  let sum = 0;
  for (const character of characters) {
    sum += weight * alphabet.indexOf(character);
    weight = (weight * 3) % 31;
  }
  return alphabet.charAt((31 - (sum % 31)) % 31);
}

/**
 * The credit code of a company (91) that is registered in a division.
 *
 * @param body eight characters that tell one company from another
 */
export function creditCode(division: string, body: string): string {
  const characters = `91${division}${body}${organizationCheck(body)}`;
  return characters + creditCodeCheck(characters);
}

/** The characters of which such a code is made: no I, O, S, V, Z, which are read as 1, 0, 5, U, 2. */
export const creditCodeCharacters: readonly string[] = Array.from(alphabet);
