/** An answer as it came over the wire. */
export interface OnTheWire {
  readonly status: number | undefined;
  /** Names and values in turn. */
  readonly rawHeaders: readonly string[];
  readonly text: string;
}

/** What is equal of equal answers: all but the request's id and the clock. */
export function comparable({ status, rawHeaders, text }: OnTheWire) {
  const pairs = rawHeaders.flatMap((name, at) =>
    at % 2 === 0 ? [[name, rawHeaders[at + 1] ?? '']] : [],
  );
  const id = pairs.find(([name]) => name === 'request-id')?.[1] ?? '';
  if (id === '') throw new Error('every answer has an id');
  const headers = pairs.map(([name, value]) =>
    name === 'request-id' || name === 'Date' ? [name] : [name, value],
  );
  return { status, headers, text: text.replaceAll(id, 'ID') };
}
