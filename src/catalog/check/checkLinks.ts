import type { FieldDefinitionNode } from 'graphql';

import type { Equated } from '../../source/sourceShape.js';
import { scalarTypes } from '../../value/scalarTypes.js';
import type { CompiledType, CompiledTypes } from '../compile/compiledType.js';
import type { Faults } from '../fault.js';
import type { Field, Link, Resource } from '../model/catalog.js';

/** Finds the field at one end of a link; undefined if there is none, or if it is at fault itself. */
function findEnd(
  { node, fields, links }: CompiledType,
  name: string,
  which: 'from' | 'to',
  at: FieldDefinitionNode,
  faults: Faults,
): Field | undefined {
  const field = fields.get(name);
  if (field) return field;
  const item = node.fields?.find((candidate) => candidate.name.value === name);
  // A field with a fault is already reported. A link holds no value, so it cannot be an end.
  if (item && !links.has(name)) return undefined;
  faults.at(at, `A link's \`${which}\` names a field of ${node.name.value}; "${name}" is none.`);
  return undefined;
}

function storedAs({ storage, reading }: Field['column']): string {
  if (reading?.kind === 'codes') return `${storage} ${JSON.stringify(reading.codes)}`;
  return reading?.kind === 'format' ? `${storage} ${reading.format.text}` : storage;
}

function checkEnds(from: Field, to: Field, at: FieldDefinitionNode, faults: Faults): void {
  if (from.type !== to.type) {
    faults.at(
      at,
      `The ends of a link are of one type; "${from.name}" is ${from.type}, "${to.name}" is ${to.type}.`,
    );
  } else if (!scalarTypes[from.type].isCompared) {
    faults.at(
      at,
      `The ends of a link are compared; "${from.name}" and "${to.name}" are ${from.type}, which nothing is compared with.`,
    );
  } else {
    const [one, other] = [from, to].map(({ column }) => storedAs(column));
    // Storage OTHER means that the table is missing or the column fits no type, which is already reported.
    const isTold = [from, to].some(({ column }) => column.storage === 'OTHER');
    if (one !== other && !isTold) {
      faults.at(
        at,
        `The ends of a link are stored alike; "${from.name}" is stored as ${one}, "${to.name}" as ${other}.`,
      );
    }
  }
  if (from.element && to.element && from.element !== to.element) {
    faults.at(
      at,
      `The ends of a link hold one data element; "${from.name}" is ${from.element}, "${to.name}" is ${to.element}.`,
    );
  }
}

const equated: Readonly<Record<Equated, string>> = {
  case: 'capital letters for small ones',
  blanks: 'a text for the same with blanks at its end',
};

/**
 * Warns where a source joins rows by more than the channel does, which compares by code point: such rows
 * are linked there, as by a foreign key, and not here.
 */
function warnOfEquated(
  ends: readonly (readonly [CompiledType, Field])[],
  at: FieldDefinitionNode,
  faults: Faults,
): void {
  // Where one end is an element that is spelled in either case, the link leads in either case.
  const isSpelled = ends.some(([, { column }]) => column.eitherCase);
  const all = ends.flatMap(([{ table }, { column }]) =>
    (table?.get(column.name)?.equates ?? []).filter((what) => what !== 'case' || !isSpelled),
  );
  const told = [...new Set(all)].sort().map((what) => equated[what]);
  if (told.length === 0) return;
  const names = ends.map(([{ node }, { name }]) => `${node.name.value}.${name}`);
  faults.warn(
    at,
    `Links compare by code point; where ${names.join(' or ')} is held, the source takes ${told.join(', and ')}: rows that it joins so are not linked here. Hold both ends in one spelling, or under a collation that compares so, as utf8mb4_nopad_bin.`,
  );
}

function checkTarget(link: Link, target: Resource, at: FieldDefinitionNode, faults: Faults): void {
  const [key] = target.key;
  if (!link.isMany && key !== link.to) {
    faults.at(
      at,
      `A link to one row leads to the key of ${link.target}, ${key === undefined ? 'which has none' : `which is "${key}"`}; a link to many is of type [${link.target}!].`,
    );
  }
  if (link.isMany && target.pageBy.length === 0) {
    faults.at(at, `A link to many rows needs their order: ${link.target} has no \`pageBy\`.`);
  }
}

/** Checks both ends of every link of a resource. */
export function checkLinks(compiled: CompiledType, declared: CompiledTypes, faults: Faults): void {
  for (const link of compiled.links.values()) {
    const at = compiled.node.fields?.find(({ name }) => name.value === link.name);
    if (!at) continue;
    const from = findEnd(compiled, link.from, 'from', at, faults);
    const target = declared.types.get(link.target);
    if (!target) {
      if (declared.unread.has(link.target)) continue;
      faults.at(at, `A link leads to a resource; ${link.target} is none.`);
      continue;
    }
    const to = findEnd(target, link.to, 'to', at, faults);
    if (from && to) {
      checkEnds(from, to, at, faults);
      warnOfEquated(
        [
          [compiled, from],
          [target, to],
        ],
        at,
        faults,
      );
    }
    if (to && target.resource) checkTarget(link, target.resource, at, faults);
  }
}
