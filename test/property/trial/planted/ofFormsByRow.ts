import { stages } from '../../../../src/exchange/stages.js';
import { leavesOf, type Condition } from '../../../../src/policy/model/condition.js';
import { clear } from '../../../../src/policy/model/form.js';
import type { Attributes } from '../../../../src/policy/model/requester.js';
import type { Rule } from '../../../../src/policy/model/rule.js';
import { allRows } from '../../../../src/source/request/filter.js';
import {
  byRowPolicy,
  lackingByRowPolicy,
  ruledByRowPolicy,
} from '../../universe/generousPolicy.js';
import { model, type TypeName } from '../../universe/model.js';
import { groupedAggregates, halvedLists, operationOf } from '../../universe/operation.js';
import { aggregatesBy } from '../laxAggregates.js';

import { changeResources, changeTests, useOf, type PlantedFault } from './planting.js';

/** Whether a field has one value, of which a mask does not tell. */
function isOneValueOf(type: TypeName, field: string): Condition {
  const values = model[type].fields[field]!.domain.filter((one) => one !== null);
  return { kind: 'in', field, operand: { kind: 'literals', values: values.slice(0, 1) } };
}

/** Whether a rule masks a field but in some rows. */
function hasException(rule: Rule, resource: string, field: string): boolean {
  return (
    rule.kind === 'MASK' &&
    rule.clearWhere !== undefined &&
    rule.resource === resource &&
    rule.field === field
  );
}

/** Whether a condition compares with an attribute that its requester does not have. */
function lacksAttribute(condition: Condition | undefined, attributes: Attributes): boolean {
  return (condition ? leavesOf(condition) : []).some((leaf) => {
    const operand = 'operand' in leaf ? leaf.operand : undefined;
    if (leaf.kind === 'has') return !attributes.has(leaf.attribute);
    return operand?.kind === 'requester' && !attributes.has(operand.attribute);
  });
}

/** Leaks in what is clear in some rows. */
export const formsByRowFaults: readonly PlantedFault[] = [
  {
    name: 'a form by row that is sorted by',
    stages: useOf('BY_ROW', 'SORT'),
    asked: operationOf(['list']),
    spare: 'order',
    policy: byRowPolicy,
    noticedBy: ['alike worlds', 'reference'],
  },
  {
    name: 'a form by row that is filtered by',
    stages: useOf('BY_ROW', 'FILTER'),
    asked: halvedLists,
    spare: 'where',
    policy: byRowPolicy,
    noticedBy: ['alike worlds', 'reference'],
  },
  {
    name: 'a form by row that is grouped by',
    stages: aggregatesBy((field) =>
      field.form.kind === 'BY_ROW'
        ? { ...field, form: clear, uses: new Set([...field.uses, 'GROUP']) }
        : field,
    ),
    asked: groupedAggregates,
    spare: 'group',
    policy: byRowPolicy,
    noticedBy: ['alike worlds', 'reference'],
  },
  {
    name: 'a row that is clear where an attribute is missing',
    stages: changeTests((test) => (test.kind === 'nothing' ? allRows : test)),
    asked: operationOf(['lookup', 'list']),
    policy: byRowPolicy,
    noticedBy: ['alike worlds', 'reference'],
  },
  {
    name: 'a form by row that is clear in every row',
    stages: changeTests(() => allRows),
    asked: operationOf(['lookup', 'list']),
    policy: byRowPolicy,
    noticedBy: ['alike worlds', 'reference'],
  },
  {
    name: 'a form by row that hangs on what is hidden',
    stages: changeResources((decision) => ({
      ...decision,
      fields: new Map(
        [...decision.fields].map(([name, field]) => {
          const hidden = [...decision.fields.values()].find(({ form }) => form.kind === 'MASKED');
          if (field.form.kind !== 'BY_ROW' || !hidden) return [name, field] as const;
          const clearWhere = isOneValueOf(decision.resource.name as TypeName, hidden.field.name);
          return [name, { ...field, form: { ...field.form, clearWhere } }] as const;
        }),
      ),
    })),
    asked: operationOf(['lookup', 'list']),
    policy: byRowPolicy,
    noticedBy: ['alike worlds', 'reference'],
  },
  {
    name: 'a rule’s exception that takes the place of the grant’s',
    stages: {
      ...stages,
      decide(question) {
        const { grant, rules } = question;
        const resources = [...(grant?.resources ?? [])].map(([resource, given]) => {
          const fields = [...given.fields].map(([field, one]) => {
            const isRuled = rules.some((rule) => hasException(rule, resource, field));
            return [field, isRuled ? { ...one, form: 'CLEAR' as const } : one] as const;
          });
          return [resource, { ...given, fields: new Map(fields) }] as const;
        });
        return stages.decide({
          ...question,
          grant: grant && { ...grant, resources: new Map(resources) },
        });
      },
    },
    asked: operationOf(['lookup', 'list']),
    policy: ruledByRowPolicy,
    noticedBy: ['alike worlds', 'reference'],
  },
  {
    name: 'a rule’s exception whose attribute is missing, taken for met in every row',
    stages: {
      ...stages,
      decide(question) {
        const { attributes } = question.requester;
        const rules = question.rules.filter(
          (rule) => rule.kind !== 'MASK' || !lacksAttribute(rule.clearWhere, attributes),
        );
        return stages.decide({ ...question, rules });
      },
    },
    asked: operationOf(['lookup', 'list']),
    policy: lackingByRowPolicy,
    noticedBy: ['alike worlds', 'reference'],
  },
];
