import type { ObjectTypeDefinitionNode } from 'graphql';

import type { Resource } from './catalog.js';
import type { Faults } from './fault.js';
import { isFieldType } from './fieldType.js';
import { isReservedTypeName, listName, lookupName } from './names.js';

/** A resource with the node that it was compiled from, for locating faults. */
export interface Compiled {
  readonly resource: Resource;
  readonly node: ObjectTypeDefinitionNode;
}

function checkLinks(
  { resource, node }: Compiled,
  all: ReadonlyMap<string, Compiled>,
  faults: Faults,
): void {
  for (const link of resource.links.values()) {
    const at = node.fields?.find((field) => field.name.value === link.name) ?? node;
    const from = resource.fields.get(link.from);
    const target = all.get(link.target)?.resource;
    const to = target?.fields.get(link.to);
    if (!from)
      faults.at(at, `A link's \`from\` names a field of ${resource.name}; "${link.from}" is none.`);
    if (!target) faults.at(at, `A link leads to a resource; ${link.target} is none.`);
    else if (!to)
      faults.at(at, `A link's \`to\` names a field of ${link.target}; "${link.to}" is none.`);
    else if (target.key !== link.to) {
      faults.at(
        at,
        `A link to one row leads to the key of ${link.target}, which is "${target.key}".`,
      );
    }
    if (from && to && from.type !== to.type) {
      faults.at(
        at,
        `The ends of a link are of one type; "${link.from}" is ${from.type}, "${link.to}" is ${to.type}.`,
      );
    }
  }
}

/** Checks what one resource takes from others: links to them, and codes and names used once. */
export function checkResources(all: ReadonlyMap<string, Compiled>, faults: Faults): void {
  const codes = new Map<string, string>();
  const rootFields = new Map<string, string>();
  for (const compiled of all.values()) {
    const { resource, node } = compiled;
    const holder = codes.get(resource.code);
    if (holder !== undefined) {
      faults.at(node, `A resource code is used once; ${resource.code} is that of ${holder}.`);
    }
    codes.set(resource.code, resource.name);
    if (!resource.fields.has(resource.key)) {
      faults.at(node, `The key of ${resource.name} is a field with a column, not a link.`);
    }
    if (isReservedTypeName(resource.name) || isFieldType(resource.name)) {
      faults.at(
        node.name,
        `The channel keeps the name ${resource.name} for itself; choose another.`,
      );
    }
    for (const name of [lookupName(resource), listName(resource)]) {
      const other = rootFields.get(name);
      if (other !== undefined) {
        faults.at(node.name, `Root field "${name}" is that of ${other}; choose another type name.`);
      }
      rootFields.set(name, resource.name);
    }
    checkLinks(compiled, all, faults);
  }
}
