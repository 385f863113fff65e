import type { Column } from '../../source/column/column.js';
import type { TableShape } from '../../source/sourceShape.js';
import type { CompiledType, CompiledTypes } from '../compile/compiledType.js';
import type { Faults } from '../fault/fault.js';
import type { Field, Resource } from '../model/catalog.js';
import { argumentNames } from '../model/rootNames.js';
import { whyReserved } from '../model/whyReserved.js';
import { keyDirective, keysInWords, sentence } from '../read/keysInWords.js';

import { checkColumns } from './checkColumns.js';
import { checkCombinations } from './checkCombinations.js';
import { checkCubes } from './checkCubes.js';
import { checkLinks } from './checkLinks.js';
import { checkRootFields, reservedRootFields } from './checkRootFields.js';
import { Reservations } from './reservations.js';

/** Whether a field holds the day on which somebody was born. */
function tellsBirth({ type, element, column }: Field): boolean {
  if (type === 'Date' || type === 'LocalDateTime') return true;
  // Storage OTHER means that the table is missing, which is already reported.
  const isText = column.storage === 'TEXT' || column.storage === 'OTHER';
  return element === 'citizen-id' && isText;
}

const names = (columns: readonly Column[]) => columns.map(({ name }) => name);
const isHigh = (level: Field['level']) => level !== 'L1' && level !== 'L2';

/** What a type without a key may state for one. */
function adviceOfKey(fields: Resource['fields'], name: string, table: TableShape): string {
  const told = sentence(keysInWords(name, table));
  const directive = keyDirective(fields, table);
  return directive === undefined
    ? `${told} Where some of its columns tell them apart all the same, vouch for those by \`@resource(unique: [["…"]])\`, and put \`@key\` on their field.`
    : `${told} ${sentence(directive)}`;
}

/** Checks the key, or says what a resource without one cannot do. */
function checkKey(
  { name, key, links, pageBy, fields, table }: Resource,
  { node, table: shape }: CompiledType,
  faults: Faults,
): void {
  if (key.some((field) => links.has(field))) {
    faults.at(node, `The key of ${name} is a field with a column, not a link.`);
  }
  if (key.includes(argumentNames.claims)) {
    faults.at(
      node,
      `The key of ${name} is not named "${argumentNames.claims}", as what is claimed is.`,
    );
  }
  if (key.length > 0) return;
  const [can, cannot] =
    pageBy.length > 0
      ? ['listed, counted and aggregated', 'looked up or verified']
      : ['counted and aggregated', 'listed, looked up or verified'];
  faults.warn(
    node.name,
    `${name} has no key: its rows can be ${can}, and not ${cannot}.${shape ? ` ${adviceOfKey(fields, table, shape)}` : ''}`,
  );
}

/** Checks the fields that a resource names: key, subject, date of birth, and order of pages. */
function checkRoles(resource: Resource, compiled: CompiledType, faults: Faults): void {
  const { node } = compiled;
  const { name, fields, subject, minorsBy } = resource;
  const isField = (field: string) => node.fields?.some((item) => item.name.value === field);
  const at = node.directives?.find((directive) => directive.name.value === 'resource') ?? node;
  checkKey(resource, compiled, faults);
  if (subject !== null && (!isField(subject) || resource.links.has(subject))) {
    faults.at(at, `\`subject\` names a field of ${name}; "${subject}" is none.`);
  } else if (fields.get(subject ?? '')?.type === 'JSON') {
    faults.at(
      at,
      `\`subject\` names a field that tells one from others; "${subject ?? ''}" is JSON.`,
    );
  }
  if (minorsBy !== null) {
    const field = fields.get(minorsBy);
    if (!isField(minorsBy)) {
      faults.at(at, `\`minorsBy\` names a field of ${name}; "${minorsBy}" is none.`);
    } else if (field && !tellsBirth(field)) {
      faults.at(
        at,
        `\`minorsBy\` names a Date or a LocalDateTime, of birth, or texts that are \`@element(is: "citizen-id")\`; "${minorsBy}" is ${field.type}.`,
      );
    }
  }
  const paged = [...fields.values()].find(
    ({ column, level }) => names(resource.pageBy).includes(column.name) && isHigh(level),
  );
  if (paged && !faults.within(at)) {
    faults.at(
      at,
      `The order of \`pageBy\` is disclosed, so it says nothing; "${paged.name}", of level ${paged.level}, would be told by it.`,
    );
  }
}

/**
 * Checks each resource, and each against the others: links, combinations, and codes and names that may be
 * used only once.
 */
export function checkResources(declared: CompiledTypes, faults: Faults): void {
  const [codes, rootFields] = [new Reservations(), reservedRootFields()];
  for (const compiled of declared.types.values()) {
    const { node, resource } = compiled;
    const name = node.name.value;
    const why = whyReserved(name);
    if (why === undefined) checkRootFields(compiled, rootFields, faults);
    else faults.at(node.name, `No type is named ${name}, since ${why}: choose another name.`);
    checkLinks(compiled, declared, faults);
    checkCombinations(compiled, faults);
    if (!resource) continue;
    const holder = codes.reserve(resource.code, name);
    if (holder !== undefined) {
      faults.at(node, `A resource code is used once; ${resource.code} is that of ${holder}.`);
    }
    checkRoles(resource, compiled, faults);
  }
  checkColumns(declared, faults);
  checkCubes(declared, faults);
}
