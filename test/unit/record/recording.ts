import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { Hmac } from '../../../src/keys/hmac.js';
import { headFile, writeHead, type Head } from '../../../src/record/chain/head.js';
import type { Line } from '../../../src/record/chain/line.js';
import { parseLine } from '../../../src/record/chain/line.js';
import type { Entry } from '../../../src/record/entry/entry.js';
import type { CatalogVersion, ClientId, RequestId } from '../../../src/shared/brand.js';
import { recordText } from '../../support/recordText.js';
import { temporaryFolder } from '../../support/temporaryFolder.js';

/** The key of the records of these tests. */
export const key = new Uint8Array(32).fill(7);

/** An entry as a request leaves it. */
export function entryOf(requestId: string, change: Partial<Entry> = {}): Entry {
  return {
    requestId: requestId as RequestId,
    at: '2026-01-01T00:00:00.000Z',
    client: 'school' as ClientId,
    agency: null,
    purpose: null,
    actingUser: null,
    caseReference: null,
    grant: null,
    policy: 'revision',
    catalog: 'version' as CatalogVersion,
    contract: null,
    operation: null,
    reads: [{ resource: 'Resident', fields: { name: 'MASKED(NAME)' }, rows: 1 }],
    statements: 1,
    administrator: null,
    action: null,
    outcome: 'OK',
    status: 200,
    ...change,
  };
}

/** A folder of its own for a record, and how to read and remove it. */
export function createRecordDir() {
  const { dir, remove } = temporaryFolder();
  const file = join(dir, 'record.jsonl');
  return {
    dir,
    file,
    headFile: headFile(file),
    head: () => JSON.parse(readFileSync(headFile(file), 'utf8')) as Head,
    /** Puts the head at a line, as the gateway would. */
    writeHead: (head: Head, hmac = new Hmac(key)) => {
      writeFileSync(headFile(file), writeHead(head, hmac));
    },
    text: () => readFileSync(file, 'utf8'),
    /** Of all segments. */
    lines: (): readonly Line[] =>
      recordText(file)
        .split('\n')
        .slice(0, -1)
        .map((line) => parseLine(line)!),
    /** The request ids of the entries, in the order of the record. */
    requestIds: () =>
      recordText(file)
        .split('\n')
        .slice(0, -1)
        .map((line) => (JSON.parse(line) as { entry: Entry }).entry.requestId),
    remove,
  };
}

export type RecordDir = ReturnType<typeof createRecordDir>;
