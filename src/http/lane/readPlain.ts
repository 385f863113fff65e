import type { IncomingMessage } from 'node:http';

/** The headers of a request that a known operation may be answered to, each stated once at most. */
export interface PlainRequest {
  readonly accept: string | undefined;
  readonly authorization: string;
  readonly purpose: string | undefined;
  /** Bytes. */
  readonly length: number;
}

const jsonTypes: ReadonlySet<string | undefined> = new Set([
  'application/json',
  'application/json; charset=utf-8',
  'application/json;charset=utf-8',
  'application/json; charset=UTF-8',
  'application/json;charset=UTF-8',
]);

/** Headers that change how a request is read or answered; `origin` stands for a page of a browser. */
const notPlain: ReadonlySet<string> = new Set([
  'transfer-encoding',
  'content-encoding',
  'expect',
  'origin',
  'upgrade',
]);
const read: ReadonlySet<string> = new Set([
  'accept',
  'authorization',
  'content-length',
  'content-type',
  'purpose',
]);

/** The headers that are read, by name; null where one of them stands twice, or another is not plain. */
function headersOf(raw: readonly string[]): ReadonlyMap<string, string> | null {
  const found = new Map<string, string>();
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const name = (raw[at] ?? '').toLowerCase();
    if (notPlain.has(name)) return null;
    if (!read.has(name)) continue;
    if (found.has(name)) return null;
    found.set(name, raw[at + 1] ?? '');
  }
  return found;
}

/** Reads a request to the exchange that is stated in the usual form; null for any other. */
export function readPlain({ method, url, rawHeaders }: IncomingMessage): PlainRequest | null {
  if (method !== 'POST' || url !== '/graphql') return null;
  const headers = headersOf(rawHeaders);
  const authorization = headers?.get('authorization');
  const stated = headers?.get('content-length') ?? '';
  if (!headers || authorization === undefined || !/^[1-9][0-9]{0,8}$/.test(stated)) return null;
  if (!jsonTypes.has(headers.get('content-type'))) return null;
  const [accept, purpose] = [headers.get('accept'), headers.get('purpose')];
  return { accept, authorization, purpose, length: Number(stated) };
}
