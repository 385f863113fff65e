import { stages } from '../../../../src/exchange/stages.js';
import { everything, type Condition } from '../../../../src/policy/model/condition.js';
import { isOrderOperator } from '../../../../src/policy/model/operators.js';
import type { Attributes } from '../../../../src/policy/model/requester.js';
import { generousPolicy } from '../../universe/generousPolicy.js';
import { askedBy, operationOf } from '../../universe/operation.js';
import type { ScopeChoice } from '../../universe/scopes.js';

import { changeColumns, changeResources, type PlantedFault } from './planting.js';

/** A scope in which an empty text is taken for a beginning, which every text has. */
function withEmptyBeginnings(scope: Condition, attributes: Attributes): Condition {
  switch (scope.kind) {
    case 'and':
    case 'or':
      return { ...scope, of: scope.of.map((part) => withEmptyBeginnings(part, attributes)) };
    case 'not':
      return { ...scope, of: withEmptyBeginnings(scope.of, attributes) };
    case 'compare': {
      const { operand, operator } = scope;
      const values = operand.kind === 'requester' ? attributes.get(operand.attribute) : [];
      return values?.length === 1 && values[0] === '' && isOrderOperator(operator)
        ? everything
        : scope;
    }
    case 'everything':
    case 'nothing':
    case 'in':
    case 'isNull':
    case 'some':
    case 'has':
      return scope;
  }
}

/** Of the persons, those are in scope whose name begins as an attribute says, which is empty. */
const byEmptyBeginning = generousPolicy.map((policy) => {
  const operand = { kind: 'attribute', name: 'one' } as const;
  const rows: ScopeChoice = { kind: 'compare', field: 'name', operator: 'startsWith', operand };
  return {
    ...policy,
    attributes: { ...policy.attributes, one: [''] },
    resources: { ...policy.resources, Person: { ...policy.resources.Person!, rows } },
  };
});

const byTwin: ScopeChoice = {
  kind: 'some',
  link: 'twins',
  of: {
    kind: 'compare',
    field: 'size',
    operator: 'eq',
    operand: { kind: 'literals', values: ['3'] },
  },
};

/** A rule takes the note of everybody, and so the remark, which is of the same column. */
const withheldNote = generousPolicy.map((policy) => ({
  ...policy,
  rules: [{ kind: 'WITHHOLD' as const, resource: 'Person' as const, field: 'note' }],
}));

/** A scope in which every row is taken to have a linked row that meets it. */
function withoutLinked(scope: Condition): Condition {
  switch (scope.kind) {
    case 'and':
    case 'or':
      return { ...scope, of: scope.of.map(withoutLinked) };
    case 'not':
      return { ...scope, of: withoutLinked(scope.of) };
    case 'some':
      return everything;
    case 'everything':
    case 'nothing':
    case 'in':
    case 'compare':
    case 'isNull':
    case 'has':
      return scope;
  }
}

/** Of the lots, those are in scope that share their kind with one of so many square metres. */
const lotsByTwins = generousPolicy.map((policy) => ({
  ...policy,
  resources: {
    ...policy.resources,
    Lot: { ...policy.resources.Lot!, rows: byTwin },
  },
}));

/** Leaks that show in worlds and policies only that are not as tidy as those who wrote them. */
export const dirtyWorldsFaults: readonly PlantedFault[] = [
  {
    name: 'an empty attribute that lets every row through',
    stages: {
      ...stages,
      decide(question) {
        const { attributes } = question.requester;
        const decisions = stages.decide(question);
        const resources = [...decisions.resources].map(([name, decision]) => {
          const scope = withEmptyBeginnings(decision.scope, attributes);
          return [name, { ...decision, scope }] as const;
        });
        return { ...decisions, resources: new Map(resources) };
      },
    },
    asked: operationOf(['lookup', 'list']),
    policy: byEmptyBeginning,
    noticedBy: ['alike worlds', 'reference'],
  },
  {
    name: 'a scope through a link that every row meets',
    stages: changeResources((decision) => ({ ...decision, scope: withoutLinked(decision.scope) })),
    asked: operationOf(['lookup', 'list']),
    policy: lotsByTwins,
    noticedBy: ['alike worlds', 'reference'],
  },
  {
    name: 'a rule that leaves another field of its column as it was',
    stages: {
      ...stages,
      decide(question) {
        const right = stages.decide(question);
        const rules = question.rules.filter((rule) => !('field' in rule && rule.field === 'note'));
        const lax = stages.decide({ ...question, rules }).resources.get('Person');
        const resources = [...right.resources].map(([name, decision]) => {
          const remark = name === 'Person' ? lax?.fields.get('remark') : undefined;
          if (!remark) return [name, decision] as const;
          return [
            name,
            { ...decision, fields: new Map([...decision.fields, ['remark', remark]]) },
          ] as const;
        });
        return { ...right, resources: new Map(resources) };
      },
    },
    asked: operationOf(['lookup', 'list']),
    spare: 'field',
    policy: withheldNote,
    noticedBy: ['alike worlds', 'reference'],
  },
  {
    name: 'a whole number that is compared as a floating-point number',
    stages: changeResources((decision) => {
      const fields = [...decision.fields].map(([name, field]) => {
        if (name !== 'no') return [name, field] as const;
        const column = { ...field.field.column, storage: 'REAL' as const };
        return [name, { ...field, field: { ...field.field, column } }] as const;
      });
      return { ...decision, fields: new Map(fields) };
    }),
    asked: operationOf(['list']),
    noticedBy: ['reference'],
  },
  {
    name: 'a citizen’s number that is another in its other spelling',
    stages: changeColumns((column) => ({ ...column, eitherCase: false })),
    asked: operationOf(['lookup', 'batch', 'list']),
    noticedBy: ['reference'],
  },
  {
    name: 'what is no day in a format, and is compared as if it were one',
    stages: changeColumns(({ calendar, ...column }) =>
      calendar && !column.reading ? { ...column, calendar } : column,
    ),
    asked: operationOf(['list', 'aggregate']),
    noticedBy: ['reference'],
  },
  {
    name: 'bytes that are no id, and are compared and sorted as they stand',
    stages: changeColumns(({ isOfAnyLength: _, ...column }) => column),
    asked: askedBy('Lot', 'seal'),
    policy: generousPolicy,
    noticedBy: ['reference'],
  },
  {
    name: 'what is none of its codes, and is grouped and sorted as it stands',
    stages: changeColumns((column) => {
      const { reading, ...rest } = column;
      return reading?.kind === 'codes' ? rest : column;
    }),
    asked: operationOf(['list', 'aggregate']),
    noticedBy: ['reference'],
  },
  {
    name: 'a lookup that counts for nobody',
    stages: { ...stages, askedSubjects: () => [] },
    asked: operationOf(['lookup', 'batch', 'verify']),
    noticedBy: ['reference'],
  },
  {
    name: 'a lookup of high levels that states no occasion',
    stages: { ...stages, checkOccasion: () => undefined },
    asked: operationOf(['lookup', 'batch', 'verify']),
    noticedBy: ['reference'],
  },
  {
    name: 'an order that is not on record as a read',
    stages: {
      ...stages,
      bind(...given) {
        const bound = stages.bind(...given);
        const reads = [...bound.facts.reads].map(([resource, fields]) => {
          const kept = [...fields].filter(([, { form, uses }]) => form || !uses.has('SORT'));
          return [resource, new Map(kept)] as const;
        });
        return { ...bound, facts: { ...bound.facts, reads: new Map(reads) } };
      },
    },
    asked: operationOf(['list']),
    noticedBy: ['reference'],
  },
];
