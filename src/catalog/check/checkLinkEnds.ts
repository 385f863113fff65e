import type { ASTNode } from 'graphql';

import type { Equated } from '../../source/sourceShape.js';
import { scalarTypes } from '../../value/scalarTypes.js';
import type { CompiledType } from '../compile/compiledType.js';
import type { Faults } from '../fault/fault.js';
import type { Field } from '../model/catalog.js';

/** The field at one end of a link, with the type that it is of. */
export interface LinkEnd {
  readonly of: CompiledType;
  readonly field: Field;
}

function storedAs({ storage, reading }: Field['column']): string {
  if (reading?.kind === 'codes') return `${storage} ${JSON.stringify(reading.codes)}`;
  if (reading?.kind === 'bytes') return `${storage} ${reading.form}`;
  return reading?.kind === 'format' ? `${storage} ${reading.format.text}` : storage;
}

function checkAlike(from: Field, to: Field, at: ASTNode, faults: Faults): void {
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
function warnOfEquated(ends: readonly LinkEnd[], at: ASTNode, faults: Faults): void {
  // Where one end is an element that is spelled in either case, the link leads in either case.
  const isSpelled = ends.some(({ field }) => field.column.eitherCase);
  const all = ends.flatMap(({ of: { table }, field: { column } }) =>
    (table?.get(column.name)?.equates ?? []).filter((what) => what !== 'case' || !isSpelled),
  );
  const told = [...new Set(all)].sort().map((what) => equated[what]);
  if (told.length === 0) return;
  const names = ends.map(({ of: { node }, field }) => `${node.name.value}.${field.name}`);
  faults.warn(
    at,
    `Links compare by code point; where ${names.join(' or ')} is held, the source takes ${told.join(', and ')}: rows that it joins so are not linked here. Hold both ends in one spelling, or under a collation that compares so, as utf8mb4_nopad_bin.`,
  );
}

/** Checks that two fields can be the ends of a link, and warns where their source joins more than the channel. */
export function checkLinkEnds(from: LinkEnd, to: LinkEnd, at: ASTNode, faults: Faults): void {
  checkAlike(from.field, to.field, at, faults);
  warnOfEquated([from, to], at, faults);
}
