import type { Field } from '../../../../src/catalog/model/catalog.js';
import { stages, type Stages } from '../../../../src/exchange/stages.js';
import type { BoundList } from '../../../../src/plan/page/boundList.js';
import type { BoundRoot } from '../../../../src/plan/rootPlanners.js';
import type { FieldDecision, ResourceDecision } from '../../../../src/policy/model/decisions.js';
import type { Column } from '../../../../src/source/column/column.js';
import type { Filter } from '../../../../src/source/request/filter.js';
import type { Trial } from '../properties.js';

/**
 * A leak as it could slip into a stage, and which property must notice it. Tried where it can show: by what is asked, or under which policy.
 */
export interface PlantedFault extends Pick<Trial, 'asked' | 'spare' | 'policy'> {
  readonly name: string;
  readonly stages: Stages;
  readonly noticedBy: readonly ('alike worlds' | 'reference')[];
}

export function changeResources(change: (decision: ResourceDecision) => ResourceDecision): Stages {
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

export function changeFields(change: (field: FieldDecision) => FieldDecision): Stages {
  return changeResources((decision) => {
    const fields = [...decision.fields].map(([name, field]) => [name, change(field)] as const);
    return { ...decision, fields: new Map(fields) };
  });
}

/** A use that only a clear field may have, granted on one that is masked as well, or masked by row. */
export function useOf(kind: 'MASKED' | 'BY_ROW', use: 'FILTER' | 'SORT'): Stages {
  return changeFields((field) =>
    field.form.kind === kind && field.field.type !== 'JSON'
      ? { ...field, uses: new Set([...field.uses, use]) }
      : field,
  );
}

/** Columns, wherever a decision holds them. */
export function changeColumns(change: (column: Column) => Column): Stages {
  const changed = (field: Field): Field => ({ ...field, column: change(field.column) });
  return changeResources((decision) => {
    const fields = [...decision.fields].map(
      ([name, decided]) => [name, { ...decided, field: changed(decided.field) }] as const,
    );
    const all = [...decision.resource.fields].map(
      ([name, field]) => [name, changed(field)] as const,
    );
    const resource = { ...decision.resource, fields: new Map(all) };
    return { ...decision, resource, fields: new Map(fields) };
  });
}

/** What tells of each row whether a value is clear in it. */
export function changeTests(change: (test: Filter) => Filter): Stages {
  return {
    ...stages,
    bind(...given) {
      const bound = stages.bind(...given);
      return { ...bound, tests: bound.tests.map(change) };
    },
  };
}

export function changeRoots(change: (root: BoundRoot) => BoundRoot): Stages {
  return {
    ...stages,
    bind(...given) {
      const bound = stages.bind(...given);
      return { ...bound, roots: bound.roots.map(change) };
    },
  };
}

export function changeLists(change: (list: BoundList) => BoundList): Stages {
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
