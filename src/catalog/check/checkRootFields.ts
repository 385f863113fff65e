import type { CompiledType } from '../compile/compiledType.js';
import type { Faults } from '../fault/fault.js';
import { reservedRootNames, rootNames, usualPlural } from '../model/rootNames.js';

import { Reservations } from './reservations.js';

/** The names of root fields, of which the channel keeps some for itself. */
export function reservedRootFields(): Reservations {
  const reserved = new Reservations();
  for (const name of reservedRootNames) {
    reserved.reserve(name, 'the channel, kept for objects by a global id');
  }
  return reserved;
}

/** Checks that no two resources have a root field of the same name. */
export function checkRootFields(
  { node, resource }: CompiledType,
  reserved: Reservations,
  faults: Faults,
): void {
  const name = node.name.value;
  const plural = resource?.plural ?? usualPlural({ name });
  const clash = (rootField: string, advice: string): boolean => {
    const other = reserved.reserve(rootField, name);
    if (other === undefined) return false;
    const own = other === name ? ' itself' : '';
    faults.at(node.name, `Root field "${rootField}" is that of ${other}${own}; ${advice}.`);
    return true;
  };
  const ofOne = 'choose another type name';
  const ofMany = `${ofOne}, or state what many are called, as \`@resource(plural: "people")\``;
  // If one of the first two clashes, the others clash for the same reason.
  const isLookupTaken = clash(rootNames.lookup({ name }), ofOne);
  if (clash(rootNames.list({ plural }), isLookupTaken ? ofOne : ofMany) || isLookupTaken) return;
  const { key = [] } = resource ?? {};
  for (const rootField of [
    ...(key.length > 0 ? [rootNames.batchLookup({ plural, key })] : []),
    rootNames.batchVerify({ plural }),
  ]) {
    clash(rootField, ofMany);
  }
  for (const rootField of [
    rootNames.verify({ name }),
    rootNames.aggregate({ name }),
    rootNames.statistics({ name }),
    rootNames.export({ name }),
  ]) {
    clash(rootField, ofOne);
  }
}
