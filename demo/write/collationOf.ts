/**
 * The collation that compares as the channel does: by code point, and 'a' is not 'a '. Only then can the
 * channel let the server compare.
 *
 * @param version as the server tells it
 * @returns null for a server that has no such collation
 */
export function collationOf(version: string): string | null {
  const major = Number.parseInt(version, 10);
  if (version.includes('MariaDB')) return major >= 10 ? 'utf8mb4_nopad_bin' : null;
  return major >= 8 ? 'utf8mb4_0900_bin' : null;
}
