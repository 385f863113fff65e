/**
 * RFC 5322 `dot-atom`, with the letters of RFC 6531, and a domain of two labels or more. Without `*`,
 * which RFC 5322 allows but what is masked already has. Quoted mailboxes are refused: they hold
 * anything, an @ too. A mailbox of one character has nothing to hide behind it.
 */
const form =
  /^(?<mailbox>[\p{L}\p{M}0-9.!#$%&'+/=?^_`{|}~-]{2,64})(?<domain>@[\p{L}\p{M}0-9-]+(?:\.[\p{L}\p{M}0-9-]+)+)$/u;

/**
 * zhangsan@163.com → z*******@163.com: the mailbox's first character and the domain stay.
 *
 * @returns null for a text that is no address by form, or whose mailbox is one character
 */
export function maskEmail(email: string): string | null {
  const { mailbox, domain } = form.exec(email)?.groups ?? {};
  if (mailbox === undefined || domain === undefined) return null;
  const [first, ...others] = mailbox;
  return first === undefined ? null : first + '*'.repeat(others.length) + domain;
}
