import type { Hmac } from '../../keys/hmac.js';
import type { Seal } from '../chain/seal.js';
import { segmentFile } from '../chain/segmentFiles.js';

import { segmentDamages } from './segmentDamages.js';

/** @throws {Error} where a sealed segment is not as it was sealed; it names the first damage */
export async function checkSegment(
  record: string,
  before: Seal,
  seal: Seal,
  hmac: Hmac,
): Promise<void> {
  const [first] = await segmentDamages(record, before, seal, hmac);
  if (!first) return;
  const { kind, line, seq } = first;
  const at = line === null ? `seq ${String(seq)}` : `line ${line}, seq ${String(seq)}`;
  const what = `${segmentFile(record, seal.segment)} is not as it was sealed (${kind}, ${at})`;
  throw new Error(`${what}: nothing of it is moved or removed; see \`tongdao record verify\``);
}
