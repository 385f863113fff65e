/** What is shown where nothing may be, not even a length. */
export const redacted = '****';

/** Nothing stays. */
export function maskRedact(): string {
  return redacted;
}
