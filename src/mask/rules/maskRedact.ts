/** Stands for a value of which nothing may be shown, not even its length. */
export const redacted = '****';

/** Hides the whole value. */
export function maskRedact(): string {
  return redacted;
}
