import type { Resource } from '../../catalog/model/catalog.js';
import type { Column } from '../../source/column/column.js';

/** The columns of a resource's key. Who looks up one that has none asks for what its contract does not hold. */
export function keyColumns({ key, fields }: Pick<Resource, 'key' | 'fields'>): readonly Column[] {
  if (key.length === 0) throw new TypeError('a resource has no key');
  return key.map((name) => {
    const column = fields.get(name)?.column;
    if (!column) throw new TypeError('a key names no field of its resource');
    return column;
  });
}
