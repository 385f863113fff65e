import { dirname } from 'node:path';

import { segmentFile } from '../chain/segmentFiles.js';
import { indexFile } from '../search/index/indexForm.js';
import { removeFile } from '../write/removeFile.js';
import { syncFolder } from '../write/syncFolder.js';

/** Removes a sealed segment, durably. Its index goes first: it says nothing that the segment does not. */
export async function removeSegment(record: string, segment: number): Promise<void> {
  const path = segmentFile(record, segment);
  await removeFile(indexFile(path));
  await removeFile(path);
  await syncFolder(dirname(record));
}
