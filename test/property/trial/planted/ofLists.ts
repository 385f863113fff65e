import { stages, type Stages } from '../../../../src/exchange/stages.js';
import type { BoundList } from '../../../../src/plan/page/boundList.js';
import { allOf, allRows } from '../../../../src/source/request/filter.js';
import { generousPolicy } from '../../universe/generousPolicy.js';
import { listsAlong, operationOf } from '../../universe/operation.js';

import { changeLists, type PlantedFault } from './planting.js';

/** The order of a list by the first field that its requester may not sort by. */
function orderByHidden(list: BoundList): BoundList {
  const { fields } = list.plan.decision;
  const hidden = [...fields.values()].find(({ form }) => form.kind !== 'CLEAR');
  if (!hidden) return list;
  const order = [{ column: hidden.field.column, direction: 'ASC' as const }, ...list.order];
  return { ...list, order, orderIndexes: [list.columns.length, ...list.orderIndexes] };
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

/** Leaks in lists and their pages. */
export const listsFaults: readonly PlantedFault[] = [
  {
    name: 'an order by a hidden column',
    stages: changeLists(orderByHidden),
    asked: operationOf(['list']),
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
    asked: operationOf(['list']),
    noticedBy: ['alike worlds', 'reference'],
  },
  {
    name: 'a condition that is dropped with its absent variable',
    stages: dropAbsent,
    asked: operationOf(['list']),
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
    asked: operationOf(['list']),
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
    asked: listsAlong(({ isMany }) => isMany),
    policy: generousPolicy,
    noticedBy: ['alike worlds'],
  },
  {
    name: 'pages of many rows that run on past their first',
    stages: changeLists((list) => ({ ...list, page: { ...list.page, size: list.page.size + 1 } })),
    asked: operationOf(['list']),
    noticedBy: ['reference'],
  },
  {
    name: 'a page from the end that takes no notice of its cursor',
    stages: changeLists((list) =>
      list.page.isBackward ? { ...list, page: { ...list.page, beyond: null } } : list,
    ),
    asked: operationOf(['list']),
    noticedBy: ['reference'],
  },
  {
    name: 'a total of what lies beyond the cursor only',
    stages: changeLists((list) => ({
      ...list,
      filter: allOf([list.filter, list.page.beyond ?? allRows]),
    })),
    asked: operationOf(['list']),
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
    asked: operationOf(['list']),
    policy: generousPolicy,
    noticedBy: ['reference'],
  },
];
