import { firstNamed } from '../chain/firstNamed.js';

import type { Damage } from './damage.js';

/**
 * The damage of a mark that the holder of the key did not write of this record. It tells the segment that
 * a mark of what lies here would name. It cannot tell that those before it were archived.
 *
 * @param sealed how many segments were sealed
 */
export async function damageOfMark(record: string, sealed: number): Promise<Damage> {
  const segment = await firstNamed(record, sealed);
  return { kind: 'ALTERED', part: 'KEPT', segment, seq: null, line: null, count: 1 };
}
