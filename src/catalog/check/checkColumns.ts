import type { ASTNode } from 'graphql';

import { describeMask } from '../../mask/mask.js';
import type { CompiledType, CompiledTypes } from '../compile/compiledType.js';
import type { Faults } from '../fault/fault.js';
import type { Field, Resource } from '../model/catalog.js';
import { originOf } from '../model/originOf.js';

/** A field as one type offers it. */
interface Offer {
  readonly field: Field;
  readonly resource: Resource;
  readonly at: ASTNode;
}

function maskInWords({ mask, isWithheld }: Field): string {
  if (mask) return describeMask(mask);
  return isWithheld ? 'WITHHOLD' : 'no mask';
}

/** All that governs a field, each part in words. */
function governance(field: Field): readonly string[] {
  const { share, open, level, category, element } = field;
  return [
    share,
    `open ${open}`,
    level,
    category,
    maskInWords(field),
    `element ${element ?? 'none'}`,
  ];
}

function nodeOf({ node }: CompiledType, name: string): ASTNode {
  return node.fields?.find((item) => item.name.value === name) ?? node;
}

function offersOf(type: CompiledType): readonly Offer[] {
  const { resource } = type;
  if (!resource) return [];
  return [...type.fields.values()].map((field) => ({
    field,
    resource,
    at: nodeOf(type, field.name),
  }));
}

/**
 * A column is one element, wherever it is offered: what one field hides of it, another must not show. A
 * difference is a fault, so that a reviewer decides which of the two is right.
 */
function checkSame(first: Offer, other: Offer, faults: Faults): void {
  const [wanted, stated] = [governance(first.field), governance(other.field)];
  const differing = wanted.flatMap((part, index) =>
    part === stated[index] ? [] : `${part} there, ${stated[index] ?? ''} here`,
  );
  if (differing.length === 0) return;
  const { field, resource } = first;
  const { table, column } = originOf(field, resource);
  faults.at(
    other.at,
    `"${other.field.name}" is the column "${column}" of ${table}, as ${resource.name}.${field.name} is: one column is governed alike wherever it is offered (${differing.join('; ')}). State the stricter of the two in both.`,
  );
}

/** Which rows of a table are about minors, or about whom they are, no second type over it leaves out. */
function checkRows(first: CompiledType, other: CompiledType, faults: Faults): void {
  for (const role of ['minorsBy', 'subject'] as const) {
    const columnOf = ({ resource, fields }: CompiledType) => {
      const field = fields.get(resource?.[role] ?? '');
      return field && resource ? originOf(field, resource).column : undefined;
    };
    const [wanted, stated] = [columnOf(first), columnOf(other)];
    if (wanted === stated) continue;
    faults.at(
      other.node,
      `${first.node.name.value} and ${other.node.name.value} are over one table: both state \`${role}\` by one column, or neither does.`,
    );
  }
}

/**
 * The tables whose rows a type offers, each with its source. The rows of a view that is told apart by the
 * key of a table are rows of the table; where nothing tells them apart, they may be those of all its tables.
 */
function tablesOf({ resource, fields }: CompiledType): ReadonlySet<string> {
  if (!resource) return new Set();
  const { source, table, key } = resource;
  const telling = key.length > 0 ? key.flatMap((name) => fields.get(name) ?? []) : fields.values();
  const names = Array.from(telling, (field) => originOf(field, resource).table);
  return new Set((names.length > 0 ? names : [table]).map((of) => JSON.stringify([source, of])));
}

/**
 * What a view or a generated column holds may be another column's. Where its source does not tell whose,
 * each field of it says what it is.
 */
function checkDerived(
  types: readonly CompiledType[],
  isOffered: (offer: Offer) => boolean,
  faults: Faults,
): void {
  const personal = new Set(
    types.flatMap(({ resource, fields }) =>
      resource && [resource, ...fields.values()].some(({ category }) => category !== 'GENERAL')
        ? resource.source
        : [],
    ),
  );
  for (const offer of types.flatMap(offersOf)) {
    const { field, resource, at } = offer;
    // What it holds is governed where its table is offered, and both are held to be alike.
    if (isOffered(offer)) continue;
    if (!field.column.isDerived || !personal.has(resource.source)) continue;
    if (field.element !== null || field.statesLevel) continue;
    faults.at(
      at,
      `"${field.name}" is of a view or a generated column, in a source that holds personal data: state its level by \`@classify(level: …)\`, or what it is by \`@element(is: "…")\`.`,
    );
  }
}

/** Checks that no column is offered twice under different terms. */
export function checkColumns({ types }: CompiledTypes, faults: Faults): void {
  const all = [...types.values()];
  const columns = new Map<string, Offer>();
  const keyOf = ({ field, resource }: Offer) => {
    const { table, column } = originOf(field, resource);
    return JSON.stringify([resource.source, table, column]);
  };
  // Tables first, so that a fault stands where a view shows otherwise what is of a table.
  const offers = all.flatMap(offersOf);
  const isOfView = ({ field }: Offer) => field.column.origin !== undefined;
  for (const offer of [...offers.filter((one) => !isOfView(one)), ...offers.filter(isOfView)]) {
    const first = columns.get(keyOf(offer));
    if (first) checkSame(first, offer, faults);
    else columns.set(keyOf(offer), offer);
  }
  const tables = new Map<string, CompiledType>();
  for (const type of all) {
    for (const table of tablesOf(type)) {
      const first = tables.get(table);
      if (first) checkRows(first, type, faults);
      else tables.set(table, type);
    }
  }
  const isOffered = (offer: Offer) => {
    const first = columns.get(keyOf(offer));
    return first !== undefined && !isOfView(first) && isOfView(offer);
  };
  checkDerived(all, isOffered, faults);
}
