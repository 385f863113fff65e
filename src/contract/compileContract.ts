import {
  GraphQLBoolean,
  GraphQLObjectType,
  GraphQLSchema,
  specifiedDirectives,
  type GraphQLFieldConfig,
  type GraphQLFieldConfigMap,
} from 'graphql';

import {
  aggregateName,
  batchLookupName,
  listName,
  lookupName,
  statisticsName,
} from '../catalog/model/rootNames.js';
import type { Decisions, ResourceDecision } from '../policy/model/decisions.js';
import type { CatalogVersion } from '../shared/brand.js';

import type { Contract, Root } from './contract.js';
import { fingerprintOf } from './fingerprintOf.js';
import { aggregateField } from './roots/aggregateType.js';
import { batchLookupField, lookupField } from './roots/lookupFields.js';
import { statisticsField } from './roots/statisticsField.js';
import { verifyFields } from './roots/verifyFields.js';
import { desensitizedDirective } from './types/desensitized.js';
import { listConfig } from './types/listConfig.js';
import { outputType, type LinkTarget } from './types/outputType.js';
import { WhereTypes } from './types/whereTypes.js';

type FieldConfig = GraphQLFieldConfig<unknown, unknown>;

function listField({ resource }: ResourceDecision, { list }: LinkTarget): FieldConfig {
  const description = `Rows of ${resource.title}, in the provider's order unless another is asked.`;
  return { ...list, description };
}

/** A query type has a field; this one stands where nothing at all may be asked. */
const nothingToAsk: GraphQLFieldConfigMap<unknown, unknown> = {
  _: { type: GraphQLBoolean, description: 'Nothing is shared with this requester. Always null.' },
};

/**
 * Compiles decisions to the only schema that their requester has. What is withheld is not in it;
 * a type without a visible field is not either, nor is any way to it, but that it may be verified and
 * counted in statistics.
 */
export function compileContract(decisions: Decisions, version: CatalogVersion): Contract {
  const types = new Map<string, ResourceDecision>();
  for (const [name, decision] of decisions.resources) {
    const visible = [...decision.fields.values()].some(({ form }) => form.kind !== 'WITHHELD');
    if (visible) types.set(name, decision);
  }
  const wheres = new WhereTypes(types);
  const targets = new Map<string, LinkTarget>();
  for (const [name, decision] of types) {
    const type = outputType(decision, (target) => targets.get(target));
    targets.set(name, { type, list: listConfig(decision, type, wheres) });
  }

  const roots = new Map<string, Root>();
  const fields: GraphQLFieldConfigMap<unknown, unknown> = {};
  for (const [name, decision] of decisions.resources) {
    const target = targets.get(name);
    if (target && decision.reach.has('LOOKUP')) {
      fields[lookupName(decision.resource)] = lookupField(decision, target.type);
      roots.set(lookupName(decision.resource), { kind: 'lookup', decision });
      const batch = batchLookupName(decision.resource, decision.resource.key);
      fields[batch] = batchLookupField(decision, target.type);
      roots.set(batch, { kind: 'batchLookup', decision });
    }
    if (target && decision.reach.has('LIST')) {
      fields[listName(decision.resource)] = listField(decision, target);
      roots.set(listName(decision.resource), { kind: 'list', decision });
      fields[aggregateName(decision.resource)] = aggregateField(decision, target.list);
      roots.set(aggregateName(decision.resource), { kind: 'aggregate', decision });
    }
    // Whether or not anything of it is shown: that is what statistics and verifications are for.
    if (decision.reach.has('STATISTICS')) {
      fields[statisticsName(decision.resource)] = statisticsField(decision);
      roots.set(statisticsName(decision.resource), { kind: 'statistics', decision });
    }
    if (decision.verification) {
      const { single, batch } = verifyFields(decision, decision.verification);
      [fields[single[0]], fields[batch[0]]] = [single[1], batch[1]];
      roots
        .set(single[0], { kind: 'verify', decision })
        .set(batch[0], { kind: 'batchVerify', decision });
    }
  }
  const schema = new GraphQLSchema({
    query: new GraphQLObjectType({
      name: 'Query',
      fields: roots.size > 0 ? fields : nothingToAsk,
    }),
    directives: [...specifiedDirectives, desensitizedDirective],
  });
  return Object.freeze({ fingerprint: fingerprintOf(decisions, version), schema, types, roots });
}
