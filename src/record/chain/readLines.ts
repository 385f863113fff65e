import type { FileHandle } from 'node:fs/promises';

const lineFeed = 0x0a;

/** Bytes that are read at once. */
const step = 1 << 18;

/** A line that is longer than this is none of a record: what is read is bounded. */
const longest = 64 << 20;

/**
 * Reads the lines of a file that end in a line feed, without it, some at a time, and returns the length of
 * what is left behind the last of them. The file's size does not matter.
 *
 * @param from the byte to begin at
 */
export async function* readLines(
  file: FileHandle,
  from = 0,
): AsyncGenerator<readonly Buffer[], number> {
  let rest: Buffer = Buffer.alloc(0);
  for (let at = from; ;) {
    const chunk = Buffer.allocUnsafe(step);
    const { bytesRead } = await file.read(chunk, 0, step, at);
    if (bytesRead === 0) return rest.length;
    at += bytesRead;
    const read = chunk.subarray(0, bytesRead);
    const bytes = rest.length === 0 ? read : Buffer.concat([rest, read]);
    if (bytes.length > longest) throw new Error('a line of the record is longer than any can be');
    const lines: Buffer[] = [];
    let start = 0;
    for (let end = bytes.indexOf(lineFeed); end >= 0; end = bytes.indexOf(lineFeed, start)) {
      lines.push(bytes.subarray(start, end));
      start = end + 1;
    }
    rest = bytes.subarray(start);
    if (lines.length > 0) yield lines;
  }
}
