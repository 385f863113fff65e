import { createReadStream } from 'node:fs';

import { follows, genesis, readLine } from './chain.js';

/** What a walk over the whole record found. */
export interface ChainReport {
  /** Lines that follow one another unaltered, from the first. */
  readonly lines: number;
  /** The hash of the last of them. */
  readonly head: string;
  /** The number, from 1, of the first line that does not follow; null where all do. */
  readonly brokenAt: number | null;
  /** Bytes of the lines that follow, line feeds included. */
  readonly bytes: number;
  /** Bytes at the end without a line feed: a write that was cut off. */
  readonly torn: number;
}

const lineFeed = 0x0a;

/** The lines of a file that end in a line feed; the generator returns the length of the rest. */
async function* terminatedLines(file: string): AsyncGenerator<Buffer, number> {
  let rest = Buffer.alloc(0);
  for await (const chunk of createReadStream(file)) {
    const bytes = Buffer.concat([rest, chunk as Buffer]);
    let start = 0;
    for (let end = bytes.indexOf(lineFeed); end >= 0; end = bytes.indexOf(lineFeed, start)) {
      yield bytes.subarray(start, end);
      start = end + 1;
    }
    rest = bytes.subarray(start);
  }
  return rest.length;
}

/** Walks the record from its first line. Reads it as a stream, so that its size does not matter. */
export async function verifyChain(file: string): Promise<ChainReport> {
  let before = { seq: 0, hash: genesis };
  let bytes = 0;
  const lines = terminatedLines(file);
  for (;;) {
    const next = await lines.next();
    if (next.done) {
      return { lines: before.seq, head: before.hash, brokenAt: null, bytes, torn: next.value };
    }
    const line = readLine(next.value.toString('utf8'));
    if (!line || !follows(line, before)) {
      await lines.return(0);
      return { lines: before.seq, head: before.hash, brokenAt: before.seq + 1, bytes, torn: 0 };
    }
    before = line;
    bytes += next.value.length + 1;
  }
}
