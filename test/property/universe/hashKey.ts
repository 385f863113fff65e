/** The key of a field's hashes under a grant, plain to see. */
export function hashKey(grant: string | null, coordinate: string): Uint8Array {
  return Buffer.from(JSON.stringify([grant, coordinate]), 'utf8');
}
