/** Ends an exhaustive switch: compiles only where no case is left. */
export function unreachable(_value: never): never {
  throw new TypeError('a case that the types exclude was reached');
}
