import type { TableShape } from '../../source/sourceShape.js';
import { scalarTypes } from '../../value/scalarTypes.js';
import type { Field } from '../model/catalog.js';
import { keysOf } from '../model/keysOf.js';

const bracketed = (columns: readonly string[]) => `(${columns.join(', ')})`;
const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ');

/** A sentence of what is the rest of one. */
export function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** What the source itself says of the keys of a table: the rest of a sentence. */
export function keysInWords(name: string, table: TableShape): string {
  const { primary, others } = keysOf(table);
  const unique = `${others.map(bracketed).join(', ')} ${others.length > 1 ? 'are' : 'is'} unique`;
  if (primary.length > 0) {
    const besides = others.length > 0 ? `, and ${unique}` : '';
    return `the primary key of "${name}" is ${bracketed(primary)}${besides}`;
  }
  if (others.length > 0) return `"${name}" has no primary key, and ${unique}`;
  const isView = [...table.values()].some(({ isOfView }) => isOfView);
  return isView
    ? `"${name}" is a view, and its source does not say what tells its rows apart`
    : `"${name}" has no primary key and no unique index`;
}

/** What tells the rows of a table apart: its primary key first, last what may be null. */
function candidates(table: TableShape): readonly (readonly string[])[] {
  const { primary, others } = keysOf(table);
  const isWhole = (columns: readonly string[]) =>
    columns.every((name) => table.get(name)?.nullable === false);
  return [
    ...(primary.length > 0 ? [primary] : []),
    ...others.filter((columns) => isWhole(columns)),
    ...others.filter((columns) => !isWhole(columns)),
  ];
}

/**
 * The directive that makes a key of what the source tells rows apart by, of fields that are there if it can:
 * the rest of a sentence; undefined where it does so by nothing.
 */
export function keyDirective(
  fields: ReadonlyMap<string, Field>,
  table: TableShape,
): string | undefined {
  const over = (column: string) =>
    [...fields.values()].find(
      (field) => field.column.name === column && scalarTypes[field.type].isCompared,
    );
  const all = candidates(table);
  const columns = all.find((one) => one.every(over)) ?? all[0];
  if (!columns) return undefined;
  const missing = columns.filter((column) => !over(column));
  const names = columns.flatMap((column) => over(column)?.name ?? []);
  if (missing.length > 0) {
    const beside = names.length > 0 ? ` beside ${quoted(names)}` : '';
    return `a key asks for ${missing.length > 1 ? 'fields' : 'a field'} over ${quoted(missing)}${beside}`;
  }
  return names.length > 1
    ? `state \`@key(fields: [${quoted(names)}])\` on the type`
    : `put \`@key\` on ${quoted(names)}`;
}
