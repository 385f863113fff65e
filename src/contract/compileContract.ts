import {
  GraphQLBoolean,
  GraphQLObjectType,
  GraphQLSchema,
  specifiedDirectives,
  type GraphQLFieldConfigMap,
} from 'graphql';

import type { Catalog } from '../catalog/model/catalog.js';
import type { Decisions, ResourceDecision } from '../policy/model/decisions.js';

import type { Contract, Root } from './contract.js';
import { fingerprintOf } from './fingerprintOf.js';
import { rootFields } from './rootFields.js';
import { desensitizedDirective } from './types/desensitizedDirective.js';
import { listConfig } from './types/listConfig.js';
import { outputType, type VisibleType } from './types/outputType.js';
import { WhereTypes } from './types/whereTypes.js';

/** GraphQL requires a field in the query type. This one stands in if nothing may be asked. */
const nothingToAsk: GraphQLFieldConfigMap<unknown, unknown> = {
  _: { type: GraphQLBoolean, description: 'Nothing is shared with this requester. Always null.' },
};

function junctionsOf(types: Contract['types'], { resources }: Decisions): Contract['junctions'] {
  const found = new Map<string, ResourceDecision>();
  for (const { links } of types.values()) {
    for (const { steps } of links.values()) {
      for (const { target } of steps.slice(0, -1)) {
        const junction = resources.get(target);
        if (junction) found.set(target, junction);
      }
    }
  }
  return found;
}

/**
 * Compiles decisions to the only schema that their requester has. Withheld fields are not in it. Neither
 * are types without a visible field, nor links to them; such a resource may still be verified and counted
 * in statistics.
 */
export function compileContract(decisions: Decisions, catalog: Catalog): Contract {
  const types = new Map<string, ResourceDecision>();
  for (const [name, decision] of decisions.resources) {
    const isVisible = [...decision.fields.values()].some(({ form }) => form.kind !== 'WITHHELD');
    if (isVisible) types.set(name, decision);
  }
  const junctions = junctionsOf(types, decisions);
  const wheres = new WhereTypes(types);
  const visible = new Map<string, VisibleType>();
  for (const [name, decision] of types) {
    const type = outputType(decision, (target) => visible.get(target));
    visible.set(name, { type, list: listConfig(decision, type, wheres) });
  }

  const roots = new Map<string, Root>();
  const fields: GraphQLFieldConfigMap<unknown, unknown> = {};
  for (const [name, decision] of decisions.resources) {
    for (const [kind, [fieldName, config]] of rootFields(decision, visible.get(name))) {
      fields[fieldName] = config;
      roots.set(fieldName, { kind, decision });
    }
  }
  const schema = new GraphQLSchema({
    query: new GraphQLObjectType({
      name: 'Query',
      fields: roots.size > 0 ? fields : nothingToAsk,
    }),
    directives: [...specifiedDirectives, desensitizedDirective],
  });
  const fingerprint = fingerprintOf(decisions, catalog);
  const { resources } = catalog;
  return Object.freeze({ fingerprint, schema, types, junctions, resources, roots });
}
