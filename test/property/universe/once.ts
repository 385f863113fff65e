/**
 * Makes each of a family of arbitraries once. They nest, so made anew wherever one is used they would be
 * many times as many, and most of the memory that the properties take.
 */
export function once<Keys extends readonly (string | number)[], Made>(
  make: (...keys: Keys) => Made,
): (...keys: Keys) => Made {
  const made = new Map<string, Made>();
  return (...keys) => {
    const key = keys.join(' ');
    const known = made.get(key);
    if (known !== undefined) return known;
    const one = make(...keys);
    made.set(key, one);
    return one;
  };
}
