const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** An answer's text with its request id set aside, for comparing answers to the byte. */
export function withoutRequestId(text: string): string {
  return text.replace(uuid, '<request id>');
}

/**
 * A text without its request ids, hashes and times, for what may not stand in it: a few digits can
 * stand in those by chance.
 */
export function withoutChance(text: string): string {
  return text
    .replace(uuid, '<request id>')
    .replace(/(?<!\w)(?:[0-9a-f]{64}|[\w-]{43})(?!\w)/g, '<hash>')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z|(?<="time":)\d+/g, '<time>');
}

/** The codes of an answer's errors, in order. */
export function codesOf(body: {
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}): readonly string[] {
  return (body.errors ?? []).map(({ extensions }) => extensions.code);
}
