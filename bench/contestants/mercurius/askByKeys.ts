import type { Ask, Connection } from '../byHand/connection.js';

/**
 * Reads rows by any of some keys, each number of keys by a prepared statement of its own.
 *
 * @param write the statement, given the list of its parameters in parentheses
 */
export function askByKeys<Row>(
  { prepare, dialect }: Pick<Connection, 'prepare' | 'dialect'>,
  write: (keys: string) => string,
): (keys: readonly string[]) => Promise<readonly Row[]> {
  const prepared = new Map<number, Ask<Row>>();
  return (keys) => {
    let ask = prepared.get(keys.length);
    if (!ask) {
      const parameters = keys.map((_, index) => dialect.placeholder(index + 1));
      ask = prepare<Row>(write(`(${parameters.join(', ')})`));
      prepared.set(keys.length, ask);
    }
    return ask(...keys);
  };
}
