import type { FileHandle } from 'node:fs/promises';

import type { Hmac } from '../../keys/hmac.js';
import { openPlain } from '../chain/openSegmentFile.js';
import type { Seal } from '../chain/seal.js';
import { segmentFile } from '../chain/segmentFiles.js';
import { replaceFile } from '../write/replaceFile.js';

import { checkSegment } from './checkSegment.js';

/** Bytes that are copied at once. */
const step = 1 << 18;

async function* bytesOf(file: FileHandle): AsyncGenerator<Uint8Array> {
  for (let at = 0; ;) {
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(step), 0, step, at);
    if (bytesRead === 0) return;
    at += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

/**
 * Copies a sealed segment to the folder of another record, durably, and compares the copy with the seal: it
 * proves each byte, so the copy is what was sealed, whatever became of the segment meanwhile.
 *
 * @throws {Error} where the segment is not there, or the copy is not as the seal says
 */
export async function copySegment(
  from: string,
  to: string,
  before: Seal,
  seal: Seal,
  hmac: Hmac,
): Promise<void> {
  const path = segmentFile(from, seal.segment);
  const file = await openPlain(path);
  if (!file) throw new Error(`${path} was taken away while it was to be copied`);
  try {
    await replaceFile(segmentFile(to, seal.segment), bytesOf(file));
  } finally {
    await file.close();
  }
  await checkSegment(to, before, seal, hmac);
}
