import type { Resource } from '../../catalog/model/catalog.js';
import type { Column } from '../../source/column.js';

/** The column of a resource's key. Who looks up one that has none asks for what its contract does not hold. */
export function keyColumn({ key: [name = ''], fields }: Pick<Resource, 'key' | 'fields'>): Column {
  const column = fields.get(name)?.column;
  if (!column) throw new TypeError('a resource has no key');
  return column;
}
