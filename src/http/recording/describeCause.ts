import { NotUnique } from '../../errors/notUnique.js';
import { ValueMismatch } from '../../errors/valueMismatch.js';

/**
 * What the log may tell of a cause: its kind and where it was thrown, never its message; of a value at a
 * source, the field, and of rows that are not told apart, the resource.
 */
export function describeCause(cause: unknown): object {
  if (!(cause instanceof Error)) return { type: typeof cause };
  if (cause instanceof ValueMismatch) return { type: cause.name, field: cause.field };
  if (cause instanceof NotUnique) return { type: cause.name, resource: cause.resource };
  const frames = (cause.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { type: cause.name, at: frames.slice(0, 8).map((line) => line.trim()) };
}
