import { stages, type Stages } from '../../../src/pipeline.js';
import type { BoundRoot } from '../../../src/plan/boundPlan.js';
import type { Filter } from '../../../src/plan/connector.js';
import type { PreparedOperation } from '../../../src/plan/prepare.js';
import type { FieldDecision, ResourceDecision } from '../../../src/policy/decision.js';
import { clear } from '../../../src/policy/form.js';
import type { GrantId } from '../../../src/shared/brand.js';

/** A leak as it could slip into a stage, and which property must notice it. */
export interface PlantedFault {
  readonly name: string;
  readonly stages: Stages;
  readonly noticedBy: readonly ('alike worlds' | 'reference')[];
}

const allRows: Filter = { kind: 'all', of: [] };

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

/** The order of a list by the first field that its requester may not sort by. */
function orderByHidden(root: BoundRoot): BoundRoot {
  if (root.kind !== 'list') return root;
  const hidden = [...root.step.decision.fields.values()].find(({ form }) => form.kind !== 'CLEAR');
  return hidden ? { ...root, step: { ...root.step, pageBy: hidden.field.column } } : root;
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
      const given = root.node.arguments?.filter(({ name }) => name.value !== 'where') ?? [];
      return { ...root, node: { ...root.node, arguments: given } };
    });
    return stages.bind({ ...plan, roots }, variables, context);
  },
};

export const plantedFaults: readonly PlantedFault[] = [
  {
    name: 'a filter on a masked field',
    stages: changeFields((field) =>
      field.form.kind === 'MASKED' ? { ...field, uses: new Set([...field.uses, 'FILTER']) } : field,
    ),
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
    stages: changeRoots(orderByHidden),
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
    noticedBy: ['alike worlds', 'reference'],
  },
  {
    name: 'a link that was not granted',
    stages: changeResources((decision) => ({ ...decision, links: decision.resource.links })),
    noticedBy: ['alike worlds', 'reference'],
  },
  {
    name: 'a condition that is dropped with its absent variable',
    stages: dropAbsent,
    noticedBy: ['reference'],
  },
  {
    name: 'a lookup without row scope',
    stages: changeRoots((root) => {
      if (root.kind !== 'lookup' || root.filter.kind === 'nothing') return root;
      const [byKey] = root.filter.of;
      return byKey ? { ...root, filter: { kind: 'all', of: [byKey] } } : root;
    }),
    noticedBy: ['alike worlds', 'reference'],
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
