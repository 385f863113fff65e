import { readFile } from 'node:fs/promises';

import type { Hmac } from '../../keys/hmac.js';
import { hasCode } from '../../shared/hasCode.js';

import { stemOf } from './segmentFiles.js';

/** The last line that is durable. A chain of hashes alone cannot tell that lines at its end are gone. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

/** A head as it was found. One is `forged` if the holder of the key did not write it. */
export type FoundHead =
  { readonly kind: 'missing' } | { readonly kind: 'forged' } | ({ readonly kind: 'proven' } & Head);

/**
 * Bytes of the file, always as many. The head is written over in place, within one sector of the disk: so
 * neither a kill nor a loss of power leaves a part of one head and a part of the next.
 */
const length = 192;

/** The file of a record's head: `record.head` beside `record.jsonl`. */
export function headFile(record: string): string {
  return `${stemOf(record)}.head`;
}

function macOf({ seq, hash }: Head, hmac: Hmac): string {
  return hmac.of('head', `${seq} ${hash}`);
}

export function writeHead({ seq, hash }: Head, hmac: Hmac): Buffer {
  const mac = macOf({ seq, hash }, hmac);
  const text = `{"seq":${seq},"hash":"${hash}","mac":"${mac}"}`;
  return Buffer.from(`${text.padEnd(length - 1)}\n`, 'utf8');
}

const form = /^\{"seq":(0|[1-9][0-9]{0,14}),"hash":"([0-9a-f]{64})","mac":"([\w-]{43})"\} *\n$/;

function parseHead(text: string, hmac: Hmac): FoundHead {
  const [, seq, hash, mac] = form.exec(text) ?? [];
  if (seq === undefined || hash === undefined) return { kind: 'forged' };
  const head = { seq: Number(seq), hash };
  return mac === macOf(head, hmac) ? { kind: 'proven', ...head } : { kind: 'forged' };
}

/** Reads the head of a record. It tries again, since a gateway may just be writing over it. */
export async function readHead(record: string, hmac: Hmac, tries = 5): Promise<FoundHead> {
  const text = await readFile(headFile(record), 'latin1').catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  });
  // An empty one is left by a loss of power before the first head was durable.
  if (text === null || text === '') return { kind: 'missing' };
  const head = parseHead(text, hmac);
  return head.kind === 'forged' && tries > 1 ? readHead(record, hmac, tries - 1) : head;
}
