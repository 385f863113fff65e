import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** The lines of all segments of a record, in order, without their headers. */
export function recordText(file: string): string {
  const stem = basename(file, '.jsonl');
  const sealed = readdirSync(dirname(file))
    .filter((name) => name.startsWith(`${stem}-`) && /-[0-9]{6}\.jsonl$/.test(name))
    .sort();
  return [...sealed, basename(file)]
    .map((name) => readFileSync(join(dirname(file), name), 'utf8').replace(/^\{"segment".*\n/, ''))
    .join('');
}
