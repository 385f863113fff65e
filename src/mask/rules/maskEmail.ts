/**
 * RFC 5322 `dot-atom`, with the letters of RFC 6531, and a domain of two labels or more. RFC 5322 allows
 * `*`, but it is refused here, since a masked address has it. Quoted mailboxes are refused, since they may
 * hold anything, even an @. A mailbox needs two characters, so that one is hidden.
 */
const form =
  /^(?<mailbox>[\p{L}\p{M}0-9.!#$%&'+/=?^_`{|}~-]{2,64})(?<domain>@[\p{L}\p{M}0-9-]+(?:\.[\p{L}\p{M}0-9-]+)+)$/u;

/**
 * zhangsan@163.com → z*******@163.com: the mailbox's first character and the domain stay.
 *
 * @returns null for a text without the form of an address, or with a mailbox of one character
 */
export function maskEmail(email: string): string | null {
  const { mailbox, domain } = form.exec(email)?.groups ?? {};
  if (mailbox === undefined || domain === undefined) return null;
  const [first, ...others] = mailbox;
  return first === undefined ? null : first + '*'.repeat(others.length) + domain;
}
