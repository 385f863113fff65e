import { model, type TypeName } from '../universe/model.js';

/** More digits after the point than any number of the universe has. */
const scale = 12n;

/** Whether the values of a field are numbers that stand as their digits. */
export function areDigits(type: TypeName, field: string): boolean {
  const { type: scalar, isWhole } = model[type].fields[field] ?? {};
  if (scalar === 'LocalDateTime' || scalar === 'Boolean') return false;
  return isWhole === true || scalar === 'BigInt' || scalar === 'Decimal';
}

/** Whether a source holds them as numbers: also moments, in a format of digits. */
export function areStoredDigits(type: TypeName, field: string): boolean {
  return model[type].fields[field]?.isWhole === true || areDigits(type, field);
}

/** A number in parts of 10^-12. */
export function partsOf(digits: string): bigint {
  const [whole = '', fraction = ''] = digits.replace('-', '').split('.');
  const parts = BigInt(whole + fraction.padEnd(Number(scale), '0'));
  return digits.startsWith('-') ? -parts : parts;
}

/** "A text in its shortest form: 3.4, not 3.40." */
function shortest(parts: bigint): string {
  const size = String(parts < 0n ? -parts : parts).padStart(Number(scale) + 1, '0');
  const [whole, fraction] = [size.slice(0, -Number(scale)), size.slice(-Number(scale))];
  const end = fraction.replace(/0+$/, '');
  return `${parts < 0n ? '-' : ''}${whole}${end === '' ? '' : `.${end}`}`;
}

export function sumOf(digits: readonly string[]): string {
  return shortest(digits.map(partsOf).reduce((one, other) => one + other, 0n));
}

/** "To six digits after the point, halves rounded away from zero." */
export function meanOf(digits: readonly string[]): string {
  const sum = digits.map(partsOf).reduce((one, other) => one + other, 0n);
  const [size, unit] = [sum < 0n ? -sum : sum, 10n ** (scale - 6n)];
  const divisor = BigInt(digits.length) * unit;
  const rounded = ((size + divisor / 2n) / divisor) * unit;
  return shortest(sum < 0n ? -rounded : rounded);
}
