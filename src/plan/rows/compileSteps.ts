import { areVouched } from '../../catalog/model/areUnique.js';
import type { Link, LinkPart, Resource } from '../../catalog/model/catalog.js';
import type { ResourceDecision } from '../../policy/model/decisions.js';
import type { Column } from '../../source/column/column.js';
import type { PlanContext } from '../planContext.js';

import { ColumnList } from './columnList.js';
import { linkEnds, type LinkEnds } from './linkEnds.js';
import { openFetch } from './openFetch.js';
import type { JunctionPlan } from './rowShape.js';

/** By which columns of its row a link leads, and by which the rows that it leads to are told apart. */
interface Steps extends LinkEnds {
  readonly junction: JunctionPlan | null;
}

/** Only an operation that skipped validation comes here. */
function notInContract(): never {
  throw new TypeError('an operation follows a link that its contract does not hold');
}

function endsOf(
  on: readonly LinkPart[],
  before: ResourceDecision,
  target: ResourceDecision,
): LinkEnds {
  const ends = linkEnds(
    on,
    (name) => before.fields.get(name)?.field.column,
    (name) => target.fields.get(name)?.field.column,
  );
  return ends ?? notInContract();
}

/** Gives names that no column of some resources has. Databases ignore the case of a name. */
function freeNames(resources: readonly Resource[]): (stem: string) => string {
  const taken = new Set(
    resources.flatMap(({ fields, pageBy }) =>
      [...Array.from(fields.values(), ({ column }) => column), ...pageBy].map(({ name }) =>
        name.toLowerCase(),
      ),
    ),
  );
  return (stem) => {
    let name = stem;
    while (taken.has(name)) name += '_';
    taken.add(name);
    return name;
  };
}

/** Whether an index of its source tells pairs apart by these columns, in whichever way they are spelled. */
function areDistinct(columns: readonly Column[], resource: Resource): boolean {
  if (columns.some(({ eitherCase }) => eitherCase)) return false;
  const names = new Set(columns.map(({ name }) => name));
  const key = resource.key.flatMap((name) => resource.fields.get(name)?.column ?? []);
  return [key, resource.pageBy].some(
    (apart) =>
      apart.length > 0 &&
      apart.every(({ name }) => names.has(name)) &&
      !areVouched(apart, resource),
  );
}

/**
 * Compiles by which columns a link leads. Through a junction the keys are read of its pairs, under names of
 * their own.
 */
export function compileSteps(
  context: PlanContext,
  { steps }: Link,
  decision: ResourceDecision,
  target: ResourceDecision,
): Steps {
  const [first, second] = steps;
  if (!first) notInContract();
  if (!second) return { ...endsOf(first.on, decision, target), junction: null };
  const between = context.contract.junctions.get(first.target) ?? notInContract();
  const near = endsOf(first.on, decision, between);
  const far = endsOf(second.on, between, target);
  const free = freeNames([between.resource, target.resource]);
  const keys = near.to.map((column) => ({ column, as: { ...column, name: free('pair_key') } }));
  const on = far.from.flatMap((column, at) => {
    const to = far.to[at];
    return to ? [{ column, as: free('pair_to'), to }] : [];
  });
  const fetch = openFetch(context, between, new ColumnList());
  const isApart = areDistinct([...near.to, ...far.from], between.resource);
  const junction = { fetch, keys, on, areDistinct: isApart };
  return { from: near.from, to: keys.map(({ as }) => as), junction };
}
