import type { Hmac } from '../../keys/hmac.js';
import { markFile, writeMark, type Mark } from '../chain/mark.js';

import { replaceFile } from './replaceFile.js';

/** Puts a mark beside a record or an archive, durably, in the place of the one before. */
export async function putMark(record: string, mark: Mark, hmac: Hmac): Promise<void> {
  await replaceFile(markFile(record), [Buffer.from(writeMark(mark, hmac), 'latin1')]);
}
