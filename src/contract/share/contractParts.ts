import {
  GraphQLBoolean,
  GraphQLObjectType,
  GraphQLSchema,
  specifiedDirectives,
  type GraphQLFieldConfigMap,
} from 'graphql';

import type { ResourceDecision } from '../../policy/model/decisions.js';
import { sha256 } from '../../shared/sha256.js';
import { WeakValues } from '../../shared/weakValues.js';
import { desensitizedDirective } from '../types/desensitizedDirective.js';

import { linkGroups, type LinkGroup } from './linkGroups.js';
import { shapeKeyOf } from './shapeKeyOf.js';
import { TypeGroup, type ResourceTypes } from './typeGroup.js';

/** GraphQL requires a field in the query type. This one stands in if nothing may be asked. */
const nothingToAsk: GraphQLFieldConfigMap<unknown, unknown> = {
  _: { type: GraphQLBoolean, description: 'Nothing is shared with this requester. Always null.' },
};

/** A schema, and what it was made of, by resource and in the order decided. */
export interface Parts {
  readonly schema: GraphQLSchema;
  readonly resources: ReadonlyMap<string, ResourceTypes>;
}

/** Bytes of memory, about: of a field with its arguments, and of one of a type, its decision with it. */
const [sizeOfRoot, sizeOfField] = [1_000, 2_000];

/**
 * The schemas of one catalog's contracts and the types that they are made of. What is equal in two contracts
 * is one object: contracts are as many as grants, and of most resources they hold the same. Nothing is kept
 * that no contract holds.
 */
export class ContractParts {
  readonly #groups = new WeakValues<string, TypeGroup>();
  readonly #parts = new WeakValues<string, Parts>();
  /** A schema keeps its groups, so that the next one is made of them. */
  readonly #kept = new WeakMap<GraphQLSchema, Parts>();
  /** Bytes of what was made so far, about. */
  #made = 0;

  /** The parts of decisions; `size` is of those that were not there before, in bytes, about. */
  of(decisions: ReadonlyMap<string, ResourceDecision>): Parts & { readonly size: number } {
    const before = this.#made;
    const types = new Map<string, ResourceTypes>();
    const made = new Map<LinkGroup, TypeGroup>();
    for (const group of linkGroups(decisions)) {
      const shared = this.#groupOf(group, made);
      made.set(group, shared);
      for (const [name, of] of shared.resources) types.set(name, of);
    }
    const inOrder = new Map<string, ResourceTypes>();
    for (const name of decisions.keys()) {
      const of = types.get(name);
      if (of) inOrder.set(name, of);
    }
    const key = sha256(JSON.stringify(Array.from(inOrder.values(), ({ group }) => group.key)));
    const parts = this.#parts.get(key, () => this.#make(inOrder));
    this.#kept.set(parts.schema, parts);
    return { ...parts, size: this.#made - before };
  }

  #groupOf({ members, leadsTo }: LinkGroup, made: ReadonlyMap<LinkGroup, TypeGroup>): TypeGroup {
    const beyond = [...leadsTo].flatMap((group) => made.get(group) ?? []);
    const shapes = members.map(shapeKeyOf).sort();
    const key = sha256(JSON.stringify([shapes, beyond.map((group) => group.key).sort()]));
    return this.#groups.get(key, () => {
      for (const { fields } of members) this.#made += sizeOfField * fields.size;
      return new TypeGroup(key, members, beyond);
    });
  }

  #make(resources: Parts['resources']): Parts {
    for (const { roots } of resources.values()) this.#made += sizeOfRoot * roots.length;
    return { schema: schemaOf(resources), resources };
  }
}

function schemaOf(resources: Parts['resources']): GraphQLSchema {
  const fields = [...resources.values()].flatMap(({ roots }) => roots.map(([, field]) => field));
  return new GraphQLSchema({
    query: new GraphQLObjectType({
      name: 'Query',
      fields: fields.length > 0 ? Object.fromEntries(fields) : nothingToAsk,
    }),
    directives: [...specifiedDirectives, desensitizedDirective],
  });
}
