import { writeFileSync, rmSync } from 'node:fs';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { Hmac } from '../../../src/keys/hmac.js';
import { genesis, link, writeLine, type Line } from '../../../src/record/chain/line.js';
import { verifyRecord } from '../../../src/record/verify/verifyRecord.js';
import { RecordWriter } from '../../../src/record/write/recordWriter.js';

import { createRecordDir, entryOf, key, type RecordDir } from './recording.js';

let record: RecordDir;
beforeEach(async () => {
  record = createRecordDir();
  const writer = await RecordWriter.open(record.file, key);
  for (let at = 1; at <= 9; at += 1) await writer.append(entryOf(`r${at}`));
  await writer.close();
});
afterEach(() => {
  record.remove();
});

type Alter = (lines: Line[]) => Line[];

/** Numbers and hashes lines anew, as anybody can: no key is in either. The MACs stay as they are. */
function recompute(lines: readonly Line[]): Line[] {
  let before = { seq: 0, hash: genesis };
  return lines.map(({ entry, mac }) => {
    const line = {
      ...link(before.seq + 1, before.hash, entry, new Hmac(new Uint8Array(32))),
      mac,
    };
    before = line;
    return line;
  });
}

const said = async () =>
  (await verifyRecord(record.file, key)).damages.map(({ kind, seq, line, count }) =>
    [kind, seq, line, count].join(' '),
  );

function write(lines: readonly Line[]): void {
  writeFileSync(record.file, lines.map(writeLine).join(''));
}

const other = (line: Line) => ({ ...line, entry: line.entry.replace('"rows":1', '"rows":7') });
const copyOf = (line: Line) => ({ ...line, entry: line.entry.replace('"r2"', '"r0"') });

/** Each kind of damage, and what is said of it: kind, seq, line, count. */
const damages: readonly (readonly [string, Alter, readonly string[]])[] = [
  ['nothing', (lines) => lines, []],
  ['an altered entry', (l) => l.with(3, other(l[3]!)), ['ALTERED 4 4 1']],
  ['two altered entries', (l) => l.with(3, other(l[3]!)).with(4, other(l[4]!)), ['ALTERED 4 4 2']],
  ['an altered first entry', (l) => l.with(0, other(l[0]!)), ['ALTERED 1 1 1']],
  ['an altered last entry', (l) => l.with(8, other(l[8]!)), ['ALTERED 9 9 1']],
  ['a dropped entry', (l) => l.toSpliced(3, 1), ['DROPPED 4 4 1']],
  ['three dropped entries', (l) => l.toSpliced(3, 3), ['DROPPED 4 4 3']],
  ['a dropped first entry', (l) => l.toSpliced(0, 1), ['DROPPED 1 1 1']],
  [
    'entries dropped in two places',
    (l) => l.toSpliced(6, 1).toSpliced(1, 1),
    ['DROPPED 2 2 1', 'DROPPED 7 6 1'],
  ],
  ['two entries that changed places', (l) => l.with(3, l[4]!).with(4, l[3]!), ['REORDERED 4 5 1']],
  ['an entry moved to the front', (l) => [l[8]!, ...l.slice(0, 8)], ['REORDERED 1 2 8']],
  ['an inserted entry', (l) => l.toSpliced(3, 0, copyOf(l[1]!)), ['INSERTED 4 4 1']],
  ['an inserted copy', (l) => l.toSpliced(5, 0, l[2]!), ['INSERTED 3 6 1']],
  ['an entry inserted at the front', (l) => l.toSpliced(0, 0, copyOf(l[1]!)), ['INSERTED 1 1 1']],
  ['an entry inserted at the end', (l) => [...l, copyOf(l[1]!)], ['INSERTED 10 10 1']],
  ['a truncated record', (l) => l.slice(0, 6), ['TRUNCATED 7 7 3']],
  ['a record without its last entry', (l) => l.slice(0, 8), ['TRUNCATED 9 9 1']],
  ['an emptied record', () => [], ['TRUNCATED 1 1 9']],
  [
    'several',
    (l) => l.with(1, other(l[1]!)).toSpliced(4, 1).slice(0, 7),
    ['ALTERED 2 2 1', 'DROPPED 5 5 1', 'TRUNCATED 9 8 1'],
  ],
];

describe.each<[string, (lines: Line[]) => Line[]]>([
  ['as it stands', (lines) => lines],
  ['with numbers and hashes recomputed', recompute],
])('damage to a record is found and told, %s', (_how, finish) => {
  it.each(damages)('%s', async (_what, alter, expected) => {
    const altered = finish(alter([...record.lines()]));
    write(altered);
    expect(await said()).toEqual(expected);
  });
});

describe('a record that was written anew without the key', () => {
  it('is altered from its first line', async () => {
    const forger = new Hmac(new Uint8Array(32).fill(1));
    let before = { seq: 0, hash: genesis };
    write(
      record.lines().map(({ entry }) => {
        const line = link(before.seq + 1, before.hash, entry, forger);
        before = line;
        return line;
      }),
    );
    expect(await said()).toEqual(['ALTERED 1 1 9']);
    record.writeHead({ seq: 9, hash: before.hash }, forger);
    expect(await said()).toEqual(['ALTERED 1 1 9', 'ALTERED   1']);
  });

  it('is found where hashes alone were altered', async () => {
    const lines = [...record.lines()];
    write(lines.with(3, { ...lines[3]!, hash: genesis }));
    expect(await said()).toEqual(['ALTERED 4 4 1']);
  });
});

describe('a line of another record under the same key', () => {
  it('is not taken for the line at its place', async () => {
    const elsewhere = createRecordDir();
    const writer = await RecordWriter.open(elsewhere.file, key);
    for (let at = 1; at <= 9; at += 1) await writer.append(entryOf(`other${at}`));
    await writer.close();
    const [, , , foreign] = elsewhere.lines();
    elsewhere.remove();
    const spliced = [...record.lines()].with(3, foreign!);
    write(spliced);
    expect(await said()).toEqual(['ALTERED 4 4 1']);
    // Hashed anew, every line is sound; but they lead elsewhere than the head says.
    write(recompute(spliced));
    expect(await said()).toEqual(['ALTERED   1']);
  });
});

describe('the head', () => {
  it.each<[string, () => void, readonly string[]]>([
    [
      'that is missing leaves open where the record ends',
      () => {
        rmSync(record.headFile);
      },
      ['TRUNCATED   1'],
    ],
    [
      'that somebody else wrote is altered',
      () => {
        write(record.lines().slice(0, 5));
        record.writeHead({ seq: 5, hash: record.lines()[4]!.hash }, new Hmac(new Uint8Array(32)));
      },
      ['ALTERED   1'],
    ],
    [
      'that lags behind, as a kill leaves it, is sound',
      () => {
        record.writeHead(record.lines()[5]!);
      },
      [],
    ],
  ])('%s', async (_what, alter, expected) => {
    alter();
    expect(await said()).toEqual(expected);
  });
});

it('a walk ends after a thousand damages', async () => {
  const hmac = new Hmac(key);
  const places = Array.from({ length: 5_000 }, (_, at) => 2 * at + 1);
  write(places.map((seq) => link(seq, genesis, '{}', hmac)));
  const { damages: found, lines } = await verifyRecord(record.file, key);
  expect([found.length, lines]).toEqual([1_000, 1_001]);
});
