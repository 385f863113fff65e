import type { BoundRoot } from '../boundPlan.js';
import type { Reads } from '../queryPlan.js';
import type { BoundWhere } from '../where/boundWhere.js';

import { addUse } from './reads.js';

/** Stands on record for the form of a field that is compared in a condition and not shown. */
const compared = 'FILTER';

/** Stands on record for a field that a statistic is over, beside its form where it is shown too. */
const counted = 'STATISTICS';

/** The conditions of the roots of a bound plan. */
export function wheresOf(roots: readonly BoundRoot[]): readonly BoundWhere[] {
  return roots.flatMap((root) => {
    if (root.kind === 'list') return root.list.where;
    return root.kind === 'aggregate' ? root.where : [];
  });
}

/**
 * What a plan reads, with what its conditions go by: to compare a field is to use it, and a condition
 * through a link uses the resource that the link leads to, though none of its rows is shown. Which cube
 * a statistic is of, the execution tells as well.
 */
export function bindReads(
  reads: Reads,
  wheres: readonly BoundWhere[],
  roots: readonly BoundRoot[],
): Reads {
  const conditions = wheres.filter((where) => where.compared.size > 0 || where.throughs.length > 0);
  const statistics = roots.filter((root) => root.kind === 'statistics');
  if (conditions.length === 0 && statistics.length === 0) return reads;
  const all = new Map([...reads].map(([resource, fields]) => [resource, new Map(fields)] as const));
  function fieldsOf(resource: string): Map<string, string> {
    const fields = all.get(resource) ?? new Map<string, string>();
    all.set(resource, fields);
    return fields;
  }
  for (const where of conditions) {
    for (const { target } of where.throughs) fieldsOf(target.resource.name);
    for (const [resource, names] of where.compared) {
      const fields = fieldsOf(resource);
      for (const name of names) if (!fields.has(name)) fields.set(name, compared);
    }
  }
  for (const { step, cube } of statistics) {
    const fields = fieldsOf(step.fetch.resource.name);
    for (const { name } of [...cube.dimensions.map(({ field }) => field), ...cube.measures]) {
      addUse(fields, name, counted);
    }
  }
  return all;
}
