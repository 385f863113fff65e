/** The prime of Ed25519's field (RFC 8032, 5.1). */
const prime = 2n ** 255n - 19n;

/**
 * The y of the points of small order. Whoever registers one of them as a key has made anybody's
 * signature valid: some pairs of a message and a made-up signature pass for every such point.
 */
const smallOrder: ReadonlySet<bigint> = new Set([
  0n,
  1n,
  prime - 1n,
  2707385501144840649318225287225658788936804267575313519463743609750303402022n,
  55188659117513257062467267217118295137698188065244968500265048394206261417927n,
]);

/** The number that 32 bytes are, the least byte first, without the bit that holds the sign of x. */
function yOf(bytes: Uint8Array): bigint {
  const text = Buffer.from(bytes).reverse().toString('hex');
  return BigInt(`0x${text}`) & (2n ** 255n - 1n);
}

/**
 * Whether a public key of Ed25519 proves nothing: a point of small order, or no point in its one
 * canonical spelling (RFC 8032, 5.1.3), of which one key could have several.
 *
 * @param x the key in base64url
 */
export function isWeakEd25519(x: string): boolean {
  const bytes = Buffer.from(x, 'base64url');
  if (bytes.length !== 32 || bytes.toString('base64url') !== x) return true;
  const y = yOf(bytes);
  return y >= prime || smallOrder.has(y);
}
