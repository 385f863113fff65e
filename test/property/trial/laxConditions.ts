import { GraphQLInputObjectType, type GraphQLSchema } from 'graphql';

import { stages, type Stages } from '../../../src/exchange/stages.js';
import type { FieldDecision, ResourceDecision } from '../../../src/policy/model/decisions.js';

/** The fields of a resource, the masked ones with FILTER as well. */
export function filteredThoughMasked({
  fields,
}: ResourceDecision): ReadonlyMap<string, FieldDecision> {
  const changed = [...fields].map(([name, field]) => {
    const isMasked = field.form.kind === 'MASKED' && field.field.type !== 'JSON';
    return [
      name,
      isMasked ? { ...field, uses: new Set([...field.uses, 'FILTER' as const]) } : field,
    ] as const;
  });
  return new Map(changed);
}

function inputOf(schema: GraphQLSchema, name: string): GraphQLInputObjectType | undefined {
  const type = schema.getType(name);
  return type instanceof GraphQLInputObjectType ? type : undefined;
}

/**
 * Stages whose contracts are right in all but what stands behind a link in a condition, which is by
 * laxer decisions: no other way leads to what is forbidden.
 */
export function conditionsBy(lax: (decision: ResourceDecision) => ResourceDecision): Stages {
  return {
    ...stages,
    compileContract(decisions, catalog) {
      const right = stages.compileContract(decisions, catalog);
      const resources = new Map(
        [...decisions.resources].map(([name, decision]) => [name, lax(decision)] as const),
      );
      const wrong = stages.compileContract({ ...decisions, resources }, catalog);
      for (const [name, { links }] of wrong.types) {
        const where = inputOf(right.schema, `${name}Where`)?.getFields();
        const laxWhere = inputOf(wrong.schema, `${name}Where`)?.getFields();
        for (const link of links.keys()) {
          const through = laxWhere?.[link];
          if (where && through) where[link] = through;
        }
      }
      const roots = [...right.roots].map(([name, root]) => {
        const decision = wrong.types.get(root.decision.resource.name) ?? root.decision;
        return [name, { ...root, decision }] as const;
      });
      const { types, junctions } = wrong;
      return { ...right, types, junctions, roots: new Map(roots) };
    },
  };
}
