/**
 * At most 19 digits, of which the first six name the issuer (ISO/IEC 7812-1). Of a shorter number
 * than any card in use has, too few digits would be hidden: the last of all checks the others.
 */
const form = /^[0-9]{15,19}$/;

/**
 * 6222021910123456781 → 622202*********6781: the first six and the last four stay.
 *
 * @returns null for a text that is no card number by form; the check digit is not looked at, since a
 *   number mistyped at the source still tells whose it is
 */
export function maskBankCard(card: string): string | null {
  if (!form.test(card)) return null;
  return card.slice(0, 6) + '*'.repeat(card.length - 10) + card.slice(-4);
}
