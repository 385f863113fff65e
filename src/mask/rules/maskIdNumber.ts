/** GB 11643: 17 digits and a check character; before 1999, 15 digits. */
const form = /^[0-9]{15}(?:[0-9]{2}[0-9Xx])?$/;

/**
 * 370202199003071233 → 370***********1233: the first three and the last four stay.
 *
 * @returns null for a text without the form of an ID number; the check digit is not checked, since a
 *   mistyped number still tells whose it is
 */
export function maskIdNumber(idNumber: string): string | null {
  if (!form.test(idNumber)) return null;
  return idNumber.slice(0, 3) + '*'.repeat(idNumber.length - 7) + idNumber.slice(-4);
}
