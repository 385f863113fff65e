import { fstatSync, lstatSync } from 'node:fs';

/**
 * Refuses a file that no longer lies where it was opened, as after `mv` and `rm`: what is written to
 * it then is on no disk that anybody reads. One that was cut is refused too, or made longer by
 * somebody else.
 *
 * @param isOfLength whether the file may be of so many bytes
 * @throws {Error} without a word of the file's content
 */
export function checkPlace(
  file: number,
  path: string,
  isOfLength: (bytes: number) => boolean,
): void {
  const open = fstatSync(file);
  // A link to it is not it: the file may be anywhere then, and its name is given to the next.
  const there = lstatSync(path, { throwIfNoEntry: false });
  if (open.ino !== there?.ino || open.dev !== there.dev) {
    throw new Error('the record, or its head, was moved away or replaced while it was written');
  }
  if (!isOfLength(open.size))
    throw new Error('the record was changed by another while it was written');
}
