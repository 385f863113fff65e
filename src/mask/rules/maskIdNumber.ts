/** GB 11643: 17 digits and a check character; before 1999, 15 digits. */
const form = /^[0-9]{15}(?:[0-9]{2}[0-9Xx])?$/;

/**
 * 370202199003071233 → 370***********1233: the first three and the last four stay.
 *
 * @returns null for a text that is no ID number by form; the check digit is not looked at, since a
 *   number mistyped at the source still tells whose it is
 */
export function maskIdNumber(idNumber: string): string | null {
  if (!form.test(idNumber)) return null;
  return idNumber.slice(0, 3) + '*'.repeat(idNumber.length - 7) + idNumber.slice(-4);
}
