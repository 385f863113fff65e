import { checkPrimeSync } from 'node:crypto';

const leastBits = 2_048;
const mostBits = 4_096;
/** Below it, a signature over a badly padded text can be made up by taking a root. */
const leastExponent = 65_537n;
/** A larger one makes each verification slower, and no key better. */
const mostExponent = 2n ** 32n;
/** SP 800-89, 5.3.3: a modulus has no factor below 752. */
const leastFactor = 752n;

/** The number that a text is, or undefined where it is not spelled as RFC 7518, 2 has it (`Base64urlUInt`). */
function numberOf(text: string): bigint | undefined {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length === 0 || bytes[0] === 0 || bytes.toString('base64url') !== text)
    return undefined;
  return BigInt(`0x${bytes.toString('hex')}`);
}

/** Whether a number has a factor that anybody finds. Two divides it too. */
function hasSmallFactor(number: bigint): boolean {
  if (number % 2n === 0n) return true;
  for (let factor = 3n; factor < leastFactor; factor += 2n) {
    if (number % factor === 0n) return true;
  }
  return false;
}

/** Whether an exponent is none that signatures are safe with (FIPS 186-5, 5.4: odd, above 2^16). */
export function isWeakExponent(text: string): boolean {
  const exponent = numberOf(text);
  if (exponent === undefined) return true;
  return exponent % 2n === 0n || exponent < leastExponent || exponent >= mostExponent;
}

/**
 * Whether a modulus proves nothing. One that is prime, or has a factor which anybody finds, gives its
 * private key away: whoever registers it has made anybody's signature valid.
 */
export function isWeakModulus(text: string): boolean {
  // Before anything is reckoned with: a number without a bound would be a way to keep the process busy.
  if (text.length > Math.ceil(mostBits / 6)) return true;
  const modulus = numberOf(text);
  if (modulus === undefined) return true;
  const bits = modulus.toString(2).length;
  return bits < leastBits || bits > mostBits || hasSmallFactor(modulus) || checkPrimeSync(modulus);
}
