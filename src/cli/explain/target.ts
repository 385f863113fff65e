import type { Catalog } from '../../catalog/model/catalog.js';

/** What is explained: the whole catalog, one type or item of it, or the operation of a file. */
export type Target =
  | { readonly kind: 'all' }
  | { readonly kind: 'type'; readonly resource: string }
  | { readonly kind: 'item'; readonly resource: string; readonly item: string }
  | { readonly kind: 'file'; readonly file: string };

/** @throws {Error} a sentence that names what the catalog does have */
export function targetOf(stated: string | undefined, { resources }: Catalog): Target {
  if (stated === undefined) return { kind: 'all' };
  if (stated.endsWith('.graphql')) return { kind: 'file', file: stated };
  const [name = '', item, ...more] = stated.split('.');
  const resource = resources.get(name);
  if (!resource || more.length > 0) {
    const known = [...resources.keys()].join(', ');
    throw new Error(
      `What is explained is a type of the catalog, Type.field, or a file *.graphql; ${JSON.stringify(stated)} is none. The types are ${known}.`,
    );
  }
  if (item === undefined) return { kind: 'type', resource: name };
  const items = [...resource.fields.keys(), ...resource.links.keys(), ...resource.cubes.keys()];
  if (!items.includes(item)) {
    throw new Error(`${name} has no field ${JSON.stringify(item)}; it has ${items.join(', ')}.`);
  }
  return { kind: 'item', resource: name, item };
}
