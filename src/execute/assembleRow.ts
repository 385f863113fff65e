import { ExchangeError } from '../errors/exchangeError.js';
import type { BoundPlan } from '../plan/boundPlan.js';
import type { Row } from '../plan/connector.js';
import type { LinkEntry, RowShape, ValueEntry } from '../plan/queryPlan.js';

import type { Level } from './fetchLinks.js';
import { readValue, type Scalar } from './readValue.js';

export type Path = readonly (string | number)[];
export type Json = Scalar | readonly Json[] | { readonly [key: string]: Json };

/** A null where the schema allows none: it takes away what holds it, up to what may be null. */
export class NullInNonNull extends Error {}

/** What the assembly of an answer adds to, and the keys that its masks take. */
export interface Assembly extends Pick<BoundPlan, 'hashKeys'> {
  readonly errors: ExchangeError[];
}

function errorAt(path: Path, cause: unknown): ExchangeError {
  return cause instanceof ExchangeError
    ? new ExchangeError(cause.code, cause.message, { path, cause: cause.cause })
    : new ExchangeError('INTERNAL', undefined, { path, cause });
}

function assembleValue(entry: ValueEntry, row: Row, assembly: Assembly, path: Path): Scalar {
  const value = readValue(entry, row[entry.index] ?? null, assembly.hashKeys);
  if (value !== undefined && (value !== null || entry.field.nullable)) return value;
  const cause = new TypeError(`a value at the source does not fit its field "${entry.field.name}"`);
  assembly.errors.push(errorAt([...path, entry.key], cause));
  if (entry.field.nullable) return null;
  throw new NullInNonNull();
}

function assembleLink(
  link: LinkEntry,
  row: Row,
  level: Level,
  assembly: Assembly,
  path: Path,
): Json {
  const linked = level.links.get(link);
  if (!linked) throw new TypeError('a link of the plan was not followed');
  if (linked.kind === 'failed') {
    assembly.errors.push(errorAt(path, linked.error));
    return null;
  }
  const target = linked.byKey.get(row[link.fromIndex] ?? null);
  return target ? assembleNullable(link.row, target, linked.level, assembly, path) : null;
}

/** Assembles a row where the schema allows null: a fault in the row leaves null and its error. */
export function assembleNullable(
  shape: RowShape,
  row: Row,
  level: Level,
  assembly: Assembly,
  path: Path,
): Json {
  try {
    return assembleRow(shape, row, level, assembly, path);
  } catch (error) {
    if (error instanceof NullInNonNull) return null;
    throw error;
  }
}

/**
 * Makes the object of the answer from a row, values in their decided form, keys in the order asked.
 *
 * @throws {NullInNonNull} where a value is missing that the schema says is there
 */
export function assembleRow(
  shape: RowShape,
  row: Row,
  level: Level,
  assembly: Assembly,
  path: Path,
): Json {
  const object: Record<string, Json> = {};
  for (const entry of shape.entries) {
    switch (entry.kind) {
      case 'value':
        object[entry.key] = assembleValue(entry, row, assembly, path);
        break;
      case 'typename':
        object[entry.key] = entry.name;
        break;
      case 'link':
        object[entry.key] = assembleLink(entry, row, level, assembly, [...path, entry.key]);
    }
  }
  return object;
}
