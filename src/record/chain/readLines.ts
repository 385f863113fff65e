import { createReadStream } from 'node:fs';

const lineFeed = 0x0a;

/**
 * Reads the lines of a file that end in a line feed, and returns the length of what is left behind the
 * last of them. The file is read as a stream, so its size does not matter.
 */
export async function* readLines(file: string): AsyncGenerator<Buffer, number> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 18 })) {
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
