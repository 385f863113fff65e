import { sha256 } from '../shared/sha256.js';

/** The hash that stands before the first entry. */
export const genesis = '0'.repeat(64);

/** One line of the record. */
export interface Line {
  /** From 1, without a gap. */
  readonly seq: number;
  /** The hash of the line before. */
  readonly prev: string;
  readonly hash: string;
  /** The entry as JSON, to the byte as it was hashed. */
  readonly entry: string;
}

function hashOf(seq: number, prev: string, entry: string): string {
  return sha256(`${prev}\n${seq}\n${entry}`);
}

/** Links an entry to the line before it. */
export function link(seq: number, prev: string, entry: string): Line {
  return { seq, prev, hash: hashOf(seq, prev, entry), entry };
}

export function writeLine({ seq, prev, hash, entry }: Line): string {
  return `{"seq":${seq},"prev":"${prev}","hash":"${hash}","entry":${entry}}\n`;
}

const form =
  /^\{"seq":([1-9][0-9]*),"prev":"([0-9a-f]{64})","hash":"([0-9a-f]{64})","entry":(\{.*\})\}$/s;

/** Reads a line, without its line feed; undefined for what `writeLine` did not write. */
export function readLine(text: string): Line | undefined {
  const [, seq, prev, hash, entry] = form.exec(text) ?? [];
  if (seq === undefined || prev === undefined || hash === undefined || entry === undefined) {
    return undefined;
  }
  return { seq: Number(seq), prev, hash, entry };
}

/** Whether a line follows the one before it, unaltered. */
export function follows(line: Line, before: Pick<Line, 'seq' | 'hash'>): boolean {
  return (
    line.seq === before.seq + 1 &&
    line.prev === before.hash &&
    line.hash === hashOf(line.seq, line.prev, line.entry)
  );
}
