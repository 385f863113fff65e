import type { Hmac } from '../../keys/hmac.js';
import { sha256 } from '../../shared/sha256.js';

/** The hash that stands before the first entry. */
export const genesis = '0'.repeat(64);

/** One line of the record. */
export interface Line {
  /** From 1, without a gap. */
  readonly seq: number;
  /** The hash of the line before. */
  readonly prev: string;
  readonly hash: string;
  /** Proves, by itself, that the gateway wrote this entry at this place. */
  readonly mac: string;
  /** The entry as JSON, to the byte as it was hashed. */
  readonly entry: string;
}

function hashOf(seq: number, prev: string, entry: string): string {
  return sha256(`${prev}\n${seq}\n${entry}`);
}

/**
 * The MAC covers no other line; that is what the hash is for. So a line still proves its place after it
 * was moved, and after the line before it was taken out.
 */
export function macOf(hmac: Hmac, seq: number, entry: string): string {
  return hmac.of(`line ${seq}`, entry);
}

/** Links an entry to the line before it. */
export function link(seq: number, prev: string, entry: string, hmac: Hmac): Line {
  return { seq, prev, hash: hashOf(seq, prev, entry), mac: macOf(hmac, seq, entry), entry };
}

export function writeLine({ seq, prev, hash, mac, entry }: Line): string {
  return `{"seq":${seq},"prev":"${prev}","hash":"${hash}","mac":"${mac}","entry":${entry}}\n`;
}

/** A line up to its entry, which is an object. */
const form =
  /^\{"seq":([1-9][0-9]{0,14}),"prev":"([0-9a-f]{64})","hash":"([0-9a-f]{64})","mac":"([\w-]{43})","entry":(?=\{)/;

/** Parses a line, given without its line feed; undefined for what `writeLine` did not write. */
export function parseLine(text: string): Line | undefined {
  const [before, seq, prev, hash, mac] = form.exec(text) ?? [];
  if (before === undefined || !text.endsWith('}}')) return undefined;
  if (seq === undefined || prev === undefined || hash === undefined || mac === undefined)
    return undefined;
  return { seq: Number(seq), prev, hash, mac, entry: text.slice(before.length, -1) };
}

/** Whether a line follows the one before it, unaltered. */
export function follows(line: Line, before: Pick<Line, 'seq' | 'hash'>): boolean {
  return (
    line.seq === before.seq + 1 &&
    line.prev === before.hash &&
    line.hash === hashOf(line.seq, line.prev, line.entry)
  );
}
