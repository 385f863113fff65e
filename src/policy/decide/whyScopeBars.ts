import type { Field, LinkStep, Resource } from '../../catalog/model/catalog.js';
import { leavesOf, type Condition, type Leaf } from '../model/condition.js';
import type { Reason } from '../model/decisions.js';
import { unsupportedOperators, type OperatorName } from '../model/operators.js';

type Resources = ReadonlyMap<string, Resource>;
type Comparing = Extract<Leaf, { readonly field: string }>;

function operatorOf(leaf: Comparing): OperatorName {
  return leaf.kind === 'compare' ? leaf.operator : leaf.kind;
}

/** Why rows cannot be told apart by a field that has drifted: a scope without one of its parts is another. */
function whyDrifted(name: string, field: Field | undefined): string | undefined {
  if (field?.drift === undefined) return undefined;
  return `its row scope, by "${name}", has drifted: ${field.drift}`;
}

function whyLeafBars(leaf: Leaf, resource: Resource, resources: Resources): string | undefined {
  if (leaf.kind === 'has') return undefined;
  if (leaf.kind === 'some') return whyLinkBars(leaf, resource, resources);
  const missing = unsupportedOperators(resource.capabilities, [operatorOf(leaf)]);
  if (missing.length > 0) {
    return `its source cannot compare by ${missing.join()}, as its row scope does`;
  }
  return whyDrifted(leaf.field, resource.fields.get(leaf.field));
}

function whyLinkBars(
  { link: name, of }: Extract<Leaf, { readonly kind: 'some' }>,
  resource: Resource,
  resources: Resources,
): string | undefined {
  const link = resource.links.get(name);
  if (!link) return `its row scope leads through "${name}", which is no link any more`;
  let before = resource;
  for (const step of link.steps) {
    const target = resources.get(step.target);
    const why = whyStepBars(name, step, before, target);
    if (why !== undefined || !target) return why;
    before = target;
  }
  return firstBar(of, before, resources);
}

function whyStepBars(
  name: string,
  { on }: LinkStep,
  before: Resource,
  target: Resource | undefined,
): string | undefined {
  if (!target) return `its row scope leads through "${name}", which is no link any more`;
  if (!before.capabilities.canRelate || target.source !== before.source) {
    return `its source cannot follow the link "${name}", as its row scope does`;
  }
  if (target.drift !== undefined) {
    return `its row scope, through "${name}", has drifted: ${target.drift}`;
  }
  const whys = on.map(
    ({ from, to }) =>
      whyDrifted(from, before.fields.get(from)) ??
      whyDrifted(`${name}.${to}`, target.fields.get(to)),
  );
  return whys.find((why) => why !== undefined);
}

function firstBar(scope: Condition, resource: Resource, resources: Resources): string | undefined {
  for (const leaf of leavesOf(scope)) {
    const by = whyLeafBars(leaf, resource, resources);
    if (by !== undefined) return by;
  }
  return undefined;
}

/**
 * Why a resource must be refused, since its source cannot tell its rows apart by their scope; null where it
 * can.
 */
export function whyScopeBars(
  scope: Condition,
  resource: Resource,
  resources: Resources,
): Reason | null {
  const by = firstBar(scope, resource, resources);
  return by === undefined ? null : { step: 'ceiling', by, result: 'nothing' };
}
