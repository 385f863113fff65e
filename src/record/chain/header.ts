import type { Hmac } from '../../keys/hmac.js';

import { sealHash, type Seal } from './seal.js';

/**
 * The first line of each segment after the first. It names the seal of the segment before, and so all
 * that came before. The first segment has none: a record of the former form is its first segment.
 */
export interface Header {
  readonly segment: number;
  /** The hash of the seal before. */
  readonly seal: string;
  /** The day in China on which the segment was begun, as YYYY-MM-DD. */
  readonly day: string;
}

export function headerAfter(before: Seal, day: string): Header {
  return { segment: before.segment + 1, seal: sealHash(before), day };
}

function textOf({ segment, seal, day }: Header): string {
  return `{"segment":${segment},"seal":"${seal}","day":"${day}"`;
}

/** A header as a line, its line feed included. */
export function writeHeader(header: Header, hmac: Hmac): string {
  const text = textOf(header);
  return `${text},"mac":"${hmac.of('header', text)}"}\n`;
}

const form =
  /^\{"segment":([1-9][0-9]{0,14}),"seal":"([0-9a-f]{64})","day":"(\d{4}-\d\d-\d\d)","mac":"([\w-]{43})"\}$/;

/** Reads a line without its line feed; undefined where the holder of the key did not write it. */
export function parseHeader(line: string, hmac: Hmac): Header | undefined {
  const [, segment, seal, day, mac] = form.exec(line) ?? [];
  if (seal === undefined || day === undefined) return undefined;
  const header: Header = { segment: Number(segment), seal, day };
  return hmac.of('header', textOf(header)) === mac ? header : undefined;
}

/** Whether a header is the one after a seal; the day is its own. */
export function isAfter(header: Header, before: Seal): boolean {
  return header.segment === before.segment + 1 && header.seal === sealHash(before);
}
