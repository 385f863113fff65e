import type { Hmac } from '../../keys/hmac.js';
import { sha256 } from '../../shared/sha256.js';

import { genesis } from './line.js';

/** What the gateway vouches for of a segment that it goes on with no more. */
export interface Seal {
  /** From 1, without a gap. */
  readonly segment: number;
  /** The places in the record of its first entry and of its last. */
  readonly first: number;
  readonly last: number;
  /** The hash of its last line. */
  readonly hash: string;
  /** Length of its file. */
  readonly bytes: number;
  /** The hash of the seal before; of the first, `genesis`. */
  readonly before: string;
}

/** What stands before the first segment, as a seal does before the next. */
export const noSeal = {
  segment: 0,
  first: 1,
  last: 0,
  hash: genesis,
  bytes: 0,
  before: genesis,
} as const satisfies Seal;

function textOf({ segment, first, last, hash, bytes, before }: Seal): string {
  return `{"segment":${segment},"first":${first},"last":${last},"hash":"${hash}","bytes":${bytes},"before":"${before}"`;
}

/** The hash by which the next seal, and the header of the next segment, name this one. */
export function sealHash(seal: Seal): string {
  return seal.segment === 0 ? genesis : sha256(textOf(seal));
}

/** A seal as a line, its line feed included. */
export function writeSeal(seal: Seal, hmac: Hmac): string {
  const text = textOf(seal);
  return `${text},"mac":"${hmac.of('seal', text)}"}\n`;
}

const number = '(0|[1-9][0-9]{0,14})';
const form = new RegExp(
  `^\\{"segment":${number},"first":${number},"last":${number},"hash":"([0-9a-f]{64})","bytes":${number},"before":"([0-9a-f]{64})","mac":"([\\w-]{43})"\\}$`,
);

/** Reads a line without its line feed; undefined where the holder of the key did not write it. */
export function parseSeal(line: string, hmac: Hmac): Seal | undefined {
  const [, segment, first, last, hash, bytes, before, mac] = form.exec(line) ?? [];
  if (hash === undefined || before === undefined) return undefined;
  const seal: Seal = {
    segment: Number(segment),
    first: Number(first),
    last: Number(last),
    hash,
    bytes: Number(bytes),
    before,
  };
  return hmac.of('seal', textOf(seal)) === mac ? seal : undefined;
}

/** Whether a seal is the next after another. */
export function followsSeal(seal: Seal, before: Seal): boolean {
  return (
    seal.segment === before.segment + 1 &&
    seal.first === before.last + 1 &&
    seal.before === sealHash(before)
  );
}
