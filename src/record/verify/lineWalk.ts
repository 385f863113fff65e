import type { FileHandle } from 'node:fs/promises';

import type { Hmac } from '../../keys/hmac.js';
import { parseHeader, type Header } from '../chain/header.js';
import { parseLine } from '../chain/line.js';
import { readLines } from '../chain/readLines.js';

import type { Damage } from './damage.js';
import { DamageFinder, type Span } from './damageFinder.js';
import type { PlaceFinder } from './placeFinder.js';

/** Called after each step of a walk, which is a few hundred lines: a walk beside the work pauses there. */
export type Pace = () => Promise<void> | void;

/** What a file of lines came to. */
export interface WalkedFile {
  /** Its first line, where that is the header of a segment. */
  readonly header: Header | undefined;
  /** Lines that end in a line feed, without the header. */
  readonly lines: number;
  /** Bytes of all lines, line feeds and the header included. */
  readonly bytes: number;
  readonly torn: number;
  /** The hash that its last line states. */
  readonly hash: string | undefined;
}

/** Where the lines of a file stand among all that were walked. */
interface Stretch {
  readonly segment: number;
  /** Lines of the files before. */
  readonly before: number;
  /** Lines of the file before its first entry. */
  readonly headers: number;
}

/** Hands the lines of one file after another to a finder, and tells the damages by file. */
export class LineWalk {
  readonly #hmac: Hmac;
  readonly #finder: DamageFinder;
  readonly #isSealed: boolean;
  readonly #segment: number;
  readonly #stretches: Stretch[] = [];
  #lines = 0;

  /** @param segment to which damages are told where no file is there */
  constructor(span: Span, hmac: Hmac, places: PlaceFinder, segment = 1) {
    this.#segment = segment;
    this.#hmac = hmac;
    this.#finder = new DamageFinder(span, places);
    this.#isSealed = span.isSealed;
  }

  /** @param segment the number by which the file is known */
  async add(segment: number, file: FileHandle, pace?: Pace): Promise<WalkedFile> {
    const before = this.#lines;
    let header: Header | undefined;
    let isFirst = true;
    let bytes = 0;
    let hash: string | undefined;
    const isFull = () => this.#finder.isFull;
    const texts = readLines(file);
    for (;;) {
      const next = await texts.next();
      if (next.done || isFull()) {
        this.#stretches.push({ segment, before, headers: header ? 1 : 0 });
        const torn = next.done ? next.value : 0;
        if (!next.done) await texts.return(0);
        return { header, lines: this.#lines - before, bytes, torn, hash };
      }
      for (const line of next.value) {
        if (isFull()) break;
        bytes += line.length + 1;
        const text = line.toString('utf8');
        if (isFirst) header = parseHeader(text, this.#hmac);
        const isHeader = isFirst && header !== undefined;
        isFirst = false;
        if (isHeader) continue;
        const parsed = parseLine(text);
        this.#finder.add(parsed);
        this.#lines += 1;
        hash = parsed?.hash ?? hash;
      }
      await pace?.();
    }
  }

  /** All damages, once the last file was added. */
  end(): readonly Damage[] {
    return this.#finder.end().map((damage) => {
      const { line } = damage;
      if (line === null) {
        // Of sealed lines, the seal stands in the head's place: they are sound, and are others.
        const [only] = this.#stretches;
        return this.#isSealed
          ? { ...damage, part: 'SEGMENT', segment: only?.segment ?? null }
          : { ...damage, part: 'HEAD', segment: null };
      }
      const at = this.#stretches.findLast(({ before }) => before < line) ?? this.#stretches[0];
      const { segment = this.#segment, before = 0, headers = 0 } = at ?? {};
      return { ...damage, part: 'LINE', segment, line: line - before + headers };
    });
  }
}
