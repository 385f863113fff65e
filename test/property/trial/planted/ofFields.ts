import { stages, type Stages } from '../../../../src/exchange/stages.js';
import type { PreparedOperation } from '../../../../src/plan/prepare.js';
import { allOf, type Condition } from '../../../../src/policy/model/condition.js';
import { clear } from '../../../../src/policy/model/form.js';
import type { GrantId } from '../../../../src/shared/brand.js';
import type { Column } from '../../../../src/source/column/column.js';
import { allRows } from '../../../../src/source/request/filter.js';
import { generousPolicy } from '../../universe/generousPolicy.js';
import { operationOf } from '../../universe/operation.js';

import { changeFields, changeResources, changeTests, type PlantedFault } from './planting.js';

/** Uses that only a clear field may have, granted on one that is masked as well. */
function useOfMasked(use: 'FILTER' | 'SORT'): Stages {
  return changeFields((field) =>
    field.form.kind === 'MASKED' ? { ...field, uses: new Set([...field.uses, use]) } : field,
  );
}

/** Whether a part of a scope lets adults through only. */
function tellsMinors(part: Condition): boolean {
  const operand = part.kind === 'compare' ? part.operand : undefined;
  return operand?.kind === 'today' && operand.period.months === -14 * 12;
}

/** Leaks in what decides of resources, fields, links and rows. */
export const fieldsFaults: readonly PlantedFault[] = [
  {
    name: 'a filter on a masked field',
    stages: useOfMasked('FILTER'),
    asked: operationOf(['list']),
    spare: 'where',
    noticedBy: ['alike worlds', 'reference'],
  },
  {
    name: 'an order by a masked field that is asked for',
    stages: useOfMasked('SORT'),
    asked: operationOf(['list']),
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
    name: 'a form by row that is sorted by',
    stages: changeFields((field) =>
      field.form.kind === 'BY_ROW' ? { ...field, uses: new Set([...field.uses, 'SORT']) } : field,
    ),
    asked: operationOf(['list']),
    policy: generousPolicy,
    noticedBy: ['reference'],
  },
  {
    name: 'a row that is clear where an attribute is missing',
    stages: changeTests((test) => (test.kind === 'nothing' ? allRows : test)),
    asked: operationOf(['lookup', 'list']),
    policy: generousPolicy,
    noticedBy: ['reference'],
  },
  {
    name: 'a form by row that is clear in every row',
    stages: changeTests(() => allRows),
    asked: operationOf(['lookup', 'list']),
    policy: generousPolicy,
    noticedBy: ['reference'],
  },
  {
    name: 'a form by row that hangs on what is hidden',
    stages: changeResources((decision) => ({
      ...decision,
      fields: new Map(
        [...decision.fields].map(([name, field]) => {
          const hidden = [...decision.fields.values()].find(
            (one) => one.form.kind === 'MASKED' && one.field.nullable,
          );
          if (field.form.kind !== 'BY_ROW' || !hidden) return [name, field] as const;
          const clearWhere = { kind: 'isNull', field: hidden.field.name } as const;
          return [name, { ...field, form: { ...field.form, clearWhere } }] as const;
        }),
      ),
    })),
    asked: operationOf(['lookup', 'list']),
    noticedBy: ['reference'],
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
    asked: operationOf(['list']),
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
