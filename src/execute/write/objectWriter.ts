import { jsonBytes } from './jsonOut.js';
import type { Path } from './path.js';
import type { Writing } from './writing.js';

/** Writes a part of the answer, from two things, at its place. */
export type WritePart<From, With> = (from: From, with_: With, writing: Writing, path: Path) => void;

/** A member of an object: its response key, and what writes its value. The path is the object's. */
interface ObjectMember<From, With> {
  readonly key: string;
  readonly write: WritePart<From, With>;
}

const [opening, closing] = [jsonBytes('{'), jsonBytes('}')];

/** Makes the writer of an object of these members, in their order. */
export function objectWriter<From, With>(
  members: readonly ObjectMember<From, With>[],
): WritePart<From, With> {
  const prefixed = members.map(({ key, write }, at) => ({
    prefix: jsonBytes(`${at === 0 ? '' : ','}${JSON.stringify(key)}:`),
    write,
  }));
  return (from, with_, writing, path) => {
    const { out } = writing;
    out.bytes(opening);
    for (const { prefix, write } of prefixed) {
      out.bytes(prefix);
      write(from, with_, writing, path);
    }
    out.bytes(closing);
  };
}
