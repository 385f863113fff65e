import { stages, type Stages } from '../../../src/pipeline.js';
import type {
  BoundBatchLookup,
  BoundList,
  BoundRoot,
  BoundVerify,
} from '../../../src/plan/boundPlan.js';
import { allOf, allRows, type Filter } from '../../../src/plan/filter.js';
import type { PreparedOperation } from '../../../src/plan/prepare.js';
import { allOf as allConditions } from '../../../src/policy/condition.js';
import type { FieldDecision, ResourceDecision } from '../../../src/policy/decision.js';
import { clear } from '../../../src/policy/form.js';
import type { GrantId } from '../../../src/shared/brand.js';
import { generousPolicy } from '../universe/generousPolicy.js';

import { conditionsBy, filteredThoughMasked } from './laxConditions.js';
import type { Trial } from './properties.js';

/**
 * A leak as it could slip into a stage, and which property must notice it. Tried where it can show: by what is asked, or under which policy.
 */
export interface PlantedFault extends Pick<Trial, 'among' | 'spare' | 'policy'> {
  readonly name: string;
  readonly stages: Stages;
  readonly noticedBy: readonly ('alike worlds' | 'reference')[];
}

function changeResources(change: (decision: ResourceDecision) => ResourceDecision): Stages {
  return {
    ...stages,
    decide(question) {
      const decisions = stages.decide(question);
      const resources = [...decisions.resources].map(
        ([name, decision]) => [name, change(decision)] as const,
      );
      return { ...decisions, resources: new Map(resources) };
    },
  };
}

function changeFields(change: (field: FieldDecision) => FieldDecision): Stages {
  return changeResources((decision) => {
    const fields = [...decision.fields].map(([name, field]) => [name, change(field)] as const);
    return { ...decision, fields: new Map(fields) };
  });
}

function changeRoots(change: (root: BoundRoot) => BoundRoot): Stages {
  return {
    ...stages,
    bind(...given) {
      const bound = stages.bind(...given);
      return { ...bound, roots: bound.roots.map(change) };
    },
  };
}

function changeBatches(change: (batch: BoundBatchLookup) => BoundBatchLookup): Stages {
  return changeRoots((root) => (root.kind === 'batchLookup' ? change(root) : root));
}

function changeVerifications(change: (verify: BoundVerify) => BoundVerify): Stages {
  return changeRoots((root) => (root.kind === 'verify' ? change(root) : root));
}

function changeLists(change: (list: BoundList) => BoundList): Stages {
  return {
    ...stages,
    bind(...given) {
      const bound = stages.bind(...given);
      const roots = bound.roots.map((root) =>
        root.kind === 'list' ? { ...root, list: change(root.list) } : root,
      );
      const links = new Map([...bound.links].map(([step, list]) => [step, change(list)] as const));
      return { ...bound, roots, links };
    },
  };
}

type Through = Extract<Filter, { readonly kind: 'related' | 'elsewhere' }>;

function changeThroughs(filter: Filter, change: (filter: Through) => Filter): Filter {
  const inner = (one: Filter) => changeThroughs(one, change);
  switch (filter.kind) {
    case 'related':
    case 'elsewhere':
      return change({ ...filter, condition: inner(filter.condition) });
    case 'and':
    case 'or':
      return { ...filter, of: filter.of.map(inner) };
    case 'not':
      return { ...filter, of: inner(filter.of) };
    case 'everything':
    case 'nothing':
    case 'compare':
    case 'isNull':
      return filter;
  }
}

/** Conditions through links, wherever they stand in the conditions of a list. */
function changeConditions(change: (filter: Through) => Filter): Stages {
  return changeLists((list) => ({ ...list, filter: changeThroughs(list.filter, change) }));
}

/** The order of a list by the first field that its requester may not sort by. */
function orderByHidden(list: BoundList): BoundList {
  const { fields } = list.step.decision;
  const hidden = [...fields.values()].find(({ form }) => form.kind !== 'CLEAR');
  if (!hidden) return list;
  const order = [{ column: hidden.field.column, direction: 'ASC' as const }, ...list.order];
  return { ...list, order, orderIndexes: [list.columns.length, ...list.orderIndexes] };
}

/** Uses that only a clear field may have, granted on one that is masked as well. */
function useOfMasked(use: 'FILTER' | 'SORT'): Stages {
  return changeFields((field) =>
    field.form.kind === 'MASKED' ? { ...field, uses: new Set([...field.uses, use]) } : field,
  );
}

/** A condition whose variable is absent is dropped, as graphql-js by itself would have it. */
const dropAbsent: Stages = {
  ...stages,
  bind(plan, variables, context) {
    const names = (plan.operation.variableDefinitions ?? []).map(
      ({ variable }) => variable.name.value,
    );
    const absent = names.filter((name) => !Object.hasOwn(variables, name));
    if (absent.length === 0) return stages.bind(plan, variables, context);
    const roots = plan.roots.map((root) => {
      if (root.kind !== 'list') return root;
      const { node } = root.list;
      const given = node.arguments?.filter(({ name }) => name.value !== 'where') ?? [];
      return { ...root, list: { ...root.list, node: { ...node, arguments: given } } };
    });
    const ofRoots = plan.roots.flatMap((root) => (root.kind === 'list' ? root.list : []));
    const lists = plan.lists.filter((list) => !ofRoots.includes(list));
    return stages.bind({ ...plan, roots, lists }, variables, context);
  },
};

export const plantedFaults: readonly PlantedFault[] = [
  {
    name: 'a filter on a masked field',
    stages: useOfMasked('FILTER'),
    among: ['list'],
    noticedBy: ['alike worlds', 'reference'],
  },
  {
    name: 'an order by a masked field that is asked for',
    stages: useOfMasked('SORT'),
    among: ['list'],
    noticedBy: ['alike worlds', 'reference'],
  },
  {
    name: 'a mask that is forgotten',
    stages: changeFields((field) =>
      field.form.kind === 'MASKED' ? { ...field, form: clear } : field,
    ),
    noticedBy: ['alike worlds', 'reference'],
  },
  {
    name: 'an order by a hidden column',
    stages: changeLists(orderByHidden),
    among: ['list'],
    noticedBy: ['alike worlds', 'reference'],
  },
  {
    name: 'a row scope that is lost behind a link',
    stages: {
      ...stages,
      bind(...given) {
        const bound = stages.bind(...given);
        return { ...bound, scopes: bound.scopes.map(() => allRows) };
      },
    },
    among: ['list'],
    noticedBy: ['alike worlds', 'reference'],
  },
  {
    name: 'a link that was not granted',
    stages: changeResources((decision) => ({ ...decision, links: decision.resource.links })),
    among: ['list'],
    noticedBy: ['alike worlds', 'reference'],
  },
  {
    name: 'a condition that is dropped with its absent variable',
    stages: dropAbsent,
    among: ['list'],
    noticedBy: ['reference'],
  },
  {
    name: 'a lookup without row scope',
    stages: changeRoots((root) => {
      if (root.kind !== 'lookup' || root.filter.kind === 'nothing') return root;
      const [byKey] = root.filter.kind === 'and' ? root.filter.of : [];
      return byKey ? { ...root, filter: byKey } : root;
    }),
    among: ['lookup'],
    noticedBy: ['alike worlds', 'reference'],
  },
  {
    name: 'a lookup of many keys without its row scope',
    stages: changeBatches((batch) => ({ ...batch, scope: allRows })),
    among: ['batch'],
    noticedBy: ['alike worlds', 'reference'],
  },
  {
    name: 'a lookup of many keys that loses the order asked',
    stages: changeBatches((batch) => ({ ...batch, keys: [...batch.keys].sort() })),
    among: ['batch'],
    noticedBy: ['reference'],
  },
  {
    name: 'a lookup of many keys that answers each key once',
    stages: changeBatches((batch) => ({ ...batch, keys: [...new Set(batch.keys)] })),
    among: ['batch'],
    noticedBy: ['reference'],
  },
  {
    name: 'a verification without row scope',
    stages: changeVerifications((verify) => ({ ...verify, scope: allRows })),
    among: ['verify'],
    noticedBy: ['alike worlds', 'reference'],
  },
  {
    name: 'a verification of a claim that was not granted',
    stages: changeResources((decision) => {
      const { verification, resource } = decision;
      const claims = [...resource.fields.values()].filter(({ name }) => name !== resource.key);
      return { ...decision, verification: verification && { ...verification, claims } };
    }),
    among: ['verify'],
    noticedBy: ['reference'],
  },
  {
    name: 'a verification in which a claim is not compared',
    stages: changeVerifications((verify) => ({
      ...verify,
      step: { ...verify.step, claims: verify.step.claims.slice(1) },
    })),
    among: ['verify'],
    noticedBy: ['reference'],
  },
  {
    name: 'a verification that tells nobody from a claim that does not hold',
    stages: changeVerifications((verify) => ({
      ...verify,
      step: { ...verify.step, tellsNotFound: true },
    })),
    among: ['verify'],
    noticedBy: ['alike worlds', 'reference'],
  },
  {
    name: 'verifications that lose the order asked',
    stages: changeVerifications((verify) => ({
      ...verify,
      claimed: [...verify.claimed].sort((one, other) => (one.key < other.key ? -1 : 1)),
    })),
    among: ['verify'],
    noticedBy: ['reference'],
  },
  {
    name: 'a list, at the root or of a link, without its row scope',
    stages: {
      ...stages,
      decide(question) {
        const decisions = stages.decide(question);
        return {
          ...decisions,
          resources: new Map(
            [...decisions.resources].map(([name, decision]) => [
              name,
              { ...decision, scope: { kind: 'everything' } as const },
            ]),
          ),
        };
      },
    },
    among: ['list'],
    noticedBy: ['alike worlds', 'reference'],
  },
  {
    name: 'minors in the scope of a grant that does not include them',
    stages: changeResources((decision) => {
      const parts = decision.scope.kind === 'and' ? decision.scope.of : [decision.scope];
      return { ...decision, scope: allConditions(parts.filter(({ kind }) => kind !== 'isPast')) };
    }),
    among: ['list'],
    noticedBy: ['alike worlds', 'reference'],
  },
  {
    name: 'a cursor that hangs on the key of its link',
    stages: {
      ...stages,
      bind(...given) {
        const bound = stages.bind(...given);
        const links = [...bound.links].map(([step, list]) => {
          // The key lies first in a row that a link leads to.
          const order = [{ column: step.fetch.columns[0]!, direction: 'ASC' as const }];
          const orderIndexes = [0, ...list.orderIndexes];
          return [step, { ...list, order: [...order, ...list.order], orderIndexes }] as const;
        });
        return { ...bound, links: new Map(links) };
      },
    },
    among: ['list'],
    policy: generousPolicy,
    noticedBy: ['alike worlds'],
  },
  {
    name: 'a condition through a link without the target’s row scope',
    stages: changeConditions((filter) => ({ ...filter, scope: allRows })),
    among: ['list'],
    spare: 'nothing',
    policy: generousPolicy,
    noticedBy: ['alike worlds', 'reference'],
  },
  {
    name: 'a condition through a link that was not granted',
    stages: conditionsBy((decision) => ({ ...decision, links: decision.resource.links })),
    among: ['list'],
    spare: 'through',
    policy: generousPolicy,
    noticedBy: ['alike worlds', 'reference'],
  },
  {
    name: 'a condition through a link on a masked field',
    stages: conditionsBy((decision) => ({ ...decision, fields: filteredThoughMasked(decision) })),
    among: ['list'],
    spare: 'through',
    policy: generousPolicy,
    noticedBy: ['alike worlds', 'reference'],
  },
  {
    name: 'a condition through a link that is taken for met',
    stages: changeConditions(() => allRows),
    among: ['list'],
    policy: generousPolicy,
    noticedBy: ['reference'],
  },
  {
    name: 'an aggregate that skips the row scope',
    stages: changeRoots((root) =>
      root.kind === 'aggregate' && root.filter.kind !== 'everything'
        ? { ...root, filter: allRows }
        : root,
    ),
    among: ['aggregate'],
    noticedBy: ['alike worlds', 'reference'],
  },
  {
    name: 'an aggregate that counts a value as often as it stands',
    stages: changeRoots((root) =>
      root.kind === 'aggregate'
        ? {
            ...root,
            step: {
              ...root.step,
              measures: root.step.measures.map((measure) =>
                measure.kind === 'distinct' ? { ...measure, kind: 'values' as const } : measure,
              ),
            },
          }
        : root,
    ),
    among: ['aggregate'],
    noticedBy: ['reference'],
  },
  {
    name: 'a statistic without its row scope',
    stages: changeRoots((root) =>
      root.kind === 'statistics' ? { ...root, filter: allRows } : root,
    ),
    among: ['statistics'],
    policy: generousPolicy,
    noticedBy: ['alike worlds', 'reference'],
  },
  {
    name: 'a statistic that tells of few',
    stages: changeRoots((root) =>
      root.kind === 'statistics' ? { ...root, cube: { ...root.cube, threshold: 1 } } : root,
    ),
    among: ['statistics'],
    noticedBy: ['reference'],
  },
  {
    name: 'a statistic of what was given for none',
    stages: changeResources((decision) =>
      decision.reach.has('STATISTICS') ? { ...decision, cubes: decision.resource.cubes } : decision,
    ),
    among: ['statistics'],
    spare: 'root',
    noticedBy: ['reference'],
  },
  {
    name: 'pages of many rows that run on past their first',
    stages: changeLists((list) => ({ ...list, page: { ...list.page, size: list.page.size + 1 } })),
    among: ['list'],
    noticedBy: ['reference'],
  },
  {
    name: 'a page from the end that takes no notice of its cursor',
    stages: changeLists((list) =>
      list.page.isBackward ? { ...list, page: { ...list.page, beyond: null } } : list,
    ),
    among: ['list'],
    noticedBy: ['reference'],
  },
  {
    name: 'a total of what lies beyond the cursor only',
    stages: changeLists((list) => ({
      ...list,
      filter: allOf([list.filter, list.page.beyond ?? allRows]),
    })),
    among: ['list'],
    noticedBy: ['reference'],
  },
  {
    name: 'rows without a value that come first',
    stages: changeLists((list) => ({
      ...list,
      order: list.order.map(({ column, direction }) => ({
        column: { ...column, nullable: false },
        direction,
      })),
    })),
    among: ['list'],
    noticedBy: ['reference'],
  },
  {
    name: 'a hash by another key than its field’s',
    stages: {
      ...stages,
      bind(plan, variables, context) {
        const { hashKeys } = context;
        const faulty = { keyOf: (grant: GrantId | null) => hashKeys.keyOf(grant, '') };
        return stages.bind(plan, variables, { ...context, hashKeys: faulty });
      },
    },
    noticedBy: ['reference'],
  },
  {
    name: 'a plan kept for another setting of @skip and @include',
    stages: {
      ...stages,
      prepare(...given) {
        const prepared = stages.prepare(...given);
        if (prepared.kind === 'refused') return prepared;
        const planFor = prepared.planFor.bind(prepared);
        const faulty: Pick<PreparedOperation, 'planFor'> = {
          planFor: (variables) => planFor({ ...variables, no: true }),
        };
        return Object.assign(prepared, faulty);
      },
    },
    noticedBy: ['reference'],
  },
];
