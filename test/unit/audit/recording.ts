import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Line } from '../../../src/audit/chain.js';
import { readLine } from '../../../src/audit/chain.js';
import type { Entry } from '../../../src/audit/entry.js';
import type { CatalogVersion, ClientId, RequestId } from '../../../src/shared/brand.js';

/** An entry as a request leaves it. */
export function entryOf(requestId: string, change: Partial<Entry> = {}): Entry {
  return {
    requestId: requestId as RequestId,
    at: '2026-01-01T00:00:00.000Z',
    client: 'school' as ClientId,
    agency: null,
    purpose: null,
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
  const dir = mkdtempSync(join(tmpdir(), 'tongdao-record-'));
  const file = join(dir, 'record.jsonl');
  return {
    dir,
    file,
    text: () => readFileSync(file, 'utf8'),
    lines: (): readonly Line[] =>
      readFileSync(file, 'utf8')
        .split('\n')
        .slice(0, -1)
        .map((line) => readLine(line)!),
    /** The request ids of the entries, in the order of the record. */
    requestIds: () =>
      readFileSync(file, 'utf8')
        .split('\n')
        .slice(0, -1)
        .map((line) => (JSON.parse(line) as { entry: Entry }).entry.requestId),
    remove: () => {
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

export type RecordDir = ReturnType<typeof createRecordDir>;
