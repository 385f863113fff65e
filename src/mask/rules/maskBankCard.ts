/**
 * At most 19 digits, of which the first six name the issuer (ISO/IEC 7812-1). No card in use has fewer
 * than 15. A shorter number would hide too few digits, since the last one is a check digit.
 */
const form = /^[0-9]{15,19}$/;

/**
 * 6222021910123456781 → 622202*********6781: the first six and the last four stay.
 *
 * @returns null for a text without the form of a card number; the check digit is not checked, since a
 *   mistyped number still tells whose it is
 */
export function maskBankCard(card: string): string | null {
  if (!form.test(card)) return null;
  return card.slice(0, 6) + '*'.repeat(card.length - 10) + card.slice(-4);
}
