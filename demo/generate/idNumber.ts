const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkCharacters = '10X98765432';

/** The check character of a citizen's ID: GB 11643, over its first 17 digits. */
export function checkCharacter(digits: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return checkCharacters.charAt(sum % 11);
}

/** An ID number of its division (six digits), birth date (YYYY-MM-DD) and sequence (0 to 999). */
export function idNumber(division: string, birthDate: string, sequence: number): string {
  const digits = division + birthDate.replaceAll('-', '') + String(sequence).padStart(3, '0');
  return digits + checkCharacter(digits);
}
