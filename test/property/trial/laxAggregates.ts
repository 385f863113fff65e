import { stages, type Stages } from '../../../src/exchange/stages.js';
import type { FieldDecision } from '../../../src/policy/model/decisions.js';

/**
 * Stages whose contracts are right in all but aggregates, which are by laxer decisions of fields. A use alone
 * would not do: a contract has clear fields in its aggregates, whatever uses others have.
 */
export function aggregatesBy(lax: (field: FieldDecision) => FieldDecision): Stages {
  return {
    ...stages,
    compileContract(decisions, catalog) {
      const right = stages.compileContract(decisions, catalog);
      const resources = [...decisions.resources].map(([name, decision]) => {
        const fields = [...decision.fields].map(([field, one]) => [field, lax(one)] as const);
        return [name, { ...decision, fields: new Map(fields) }] as const;
      });
      const wrong = stages.compileContract(
        { ...decisions, resources: new Map(resources) },
        catalog,
      );
      const [query, laxQuery] = [right, wrong].map(({ schema }) =>
        schema.getQueryType()?.getFields(),
      );
      const roots = [...right.roots].map(([name, root]) => {
        const [found, field] = [wrong.roots.get(name), laxQuery?.[name]];
        if (root.kind !== 'aggregate' || !found || !query || !field) return [name, root] as const;
        query[name] = field;
        return [name, found] as const;
      });
      return { ...right, roots: new Map(roots) };
    },
  };
}
