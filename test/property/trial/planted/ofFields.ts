import { stages } from '../../../../src/exchange/stages.js';
import type { PreparedOperation } from '../../../../src/plan/prepare.js';
import { allOf, type Condition } from '../../../../src/policy/model/condition.js';
import { clear } from '../../../../src/policy/model/form.js';
import type { GrantId } from '../../../../src/shared/brand.js';
import type { Column } from '../../../../src/source/column/column.js';
import { fewLinksPolicy } from '../../universe/generousPolicy.js';
import { listsAlong, operationOf } from '../../universe/operation.js';

import { changeFields, changeResources, useOf, type PlantedFault } from './planting.js';

/** Whether a part of a scope lets adults through only. */
function tellsMinors(part: Condition): boolean {
  const operand = part.kind === 'compare' ? part.operand : undefined;
  return operand?.kind === 'today' && operand.period.months === -14 * 12;
}

/** Leaks in what decides of resources, fields, links and rows. */
export const fieldsFaults: readonly PlantedFault[] = [
  {
    name: 'a filter on a masked field',
    stages: useOf('MASKED', 'FILTER'),
    asked: operationOf(['list']),
    spare: 'where',
    noticedBy: ['alike worlds', 'reference'],
  },
  {
    name: 'an order by a masked field that is asked for',
    stages: useOf('MASKED', 'SORT'),
    asked: operationOf(['list']),
    spare: 'order',
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
    name: 'a window that is taken for open',
    stages: {
      ...stages,
      decide(question) {
        const rules = question.rules.map((rule) =>
          rule.kind === 'WINDOW' ? { ...rule, open: true as const } : rule,
        );
        return stages.decide({ ...question, rules });
      },
    },
    asked: operationOf(['lookup', 'list']),
    spare: 'root',
    noticedBy: ['alike worlds', 'reference'],
  },
  {
    name: 'a link that was not granted',
    stages: changeResources((decision) => ({ ...decision, links: decision.resource.links })),
    asked: listsAlong(() => true),
    spare: 'link',
    policy: fewLinksPolicy,
    noticedBy: ['alike worlds', 'reference'],
  },
  {
    name: 'minors in the scope of a grant that does not include them',
    stages: changeResources((decision) => {
      const parts = decision.scope.kind === 'and' ? decision.scope.of : [decision.scope];
      return { ...decision, scope: allOf(parts.filter((part) => !tellsMinors(part))) };
    }),
    asked: operationOf(['list']),
    noticedBy: ['alike worlds', 'reference'],
  },
  {
    name: 'an adult who is told by what is no day of the calendar',
    stages: changeResources((decision) => {
      const { minorsBy } = decision.resource;
      const fields = [...decision.resource.fields].map(([name, field]) => {
        const parts = Object.entries(field.column).filter(([part]) => part !== 'calendar');
        const column = Object.fromEntries(parts) as unknown as Column;
        return [name, name === minorsBy ? { ...field, column } : field] as const;
      });
      return { ...decision, resource: { ...decision.resource, fields: new Map(fields) } };
    }),
    asked: operationOf(['lookup', 'list']),
    noticedBy: ['alike worlds', 'reference'],
  },
  {
    name: 'a view that republishes a masked column',
    stages: changeResources((decision) => {
      const { resource } = decision;
      const table = resource.name === 'Person' ? 'person_republished' : resource.table;
      return { ...decision, resource: { ...resource, table } };
    }),
    asked: operationOf(['lookup', 'list']),
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
