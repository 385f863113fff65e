import {
  GraphQLInputObjectType,
  GraphQLList,
  GraphQLNonNull,
  type GraphQLInputFieldConfigMap,
} from 'graphql';

import type { Link, Resource } from '../../catalog/model/catalog.js';
import type { ResourceDecision } from '../../policy/model/decisions.js';

import { conditionTypeOf } from './conditionTypeOf.js';

type Decisions = ReadonlyMap<string, ResourceDecision>;

/** Makes the `where` types of resources that lead to one another, each only once. */
export class WhereTypes {
  /** The decisions of the resources that have their types here. */
  readonly members: Decisions;
  readonly #elsewhere: (name: string) => WhereTypes | undefined;
  readonly #conditioned: ReadonlySet<string>;
  readonly #wheres = new Map<string, GraphQLInputObjectType>();
  readonly #throughs = new Map<string, GraphQLInputObjectType>();

  /**
   * @param members the decisions of these resources
   * @param elsewhere the types of a resource that they lead to; undefined where the contract does not show it
   */
  constructor(members: Decisions, elsewhere: (name: string) => WhereTypes | undefined) {
    this.members = members;
    this.#elsewhere = elsewhere;
    this.#conditioned = this.#conditionedTypes();
  }

  /**
   * The conditions on rows of a type: on its fields with FILTER, and on the rows that its links lead to;
   * undefined if there are none.
   */
  of(name: string): GraphQLInputObjectType | undefined {
    const decision = this.members.get(name);
    if (!decision || !this.#conditioned.has(name)) return undefined;
    const known = this.#wheres.get(name);
    if (known) return known;
    const type: GraphQLInputObjectType = new GraphQLInputObjectType({
      name: `${name}Where`,
      description: 'Conditions on rows; every one that is stated must hold.',
      fields: () => {
        const list = new GraphQLList(new GraphQLNonNull(type));
        return {
          ...this.#conditions(decision),
          and: { type: list, description: 'Each of these must hold.' },
          or: { type: list, description: 'One of these must hold.' },
          not: { type, description: 'These must not all hold.' },
        };
      },
    });
    this.#wheres.set(name, type);
    return type;
  }

  /** The types that have conditions: those with a field that has FILTER, or with a link to such a type. */
  #conditionedTypes(): ReadonlySet<string> {
    const found = new Set<string>();
    const has = (target: string) =>
      found.has(target) || this.#elsewhere(target)?.of(target) !== undefined;
    for (const [name, { fields }] of this.members) {
      if ([...fields.values()].some(({ uses }) => uses.has('FILTER'))) found.add(name);
    }
    let known: number;
    do {
      known = found.size;
      for (const [name, { links }] of this.members) {
        if ([...links.values()].some(({ target }) => has(target))) found.add(name);
      }
    } while (found.size > known);
    return found;
  }

  /** The types of the resource that a link leads to. */
  #homeOf(target: string): WhereTypes | undefined {
    return this.members.has(target) ? this : this.#elsewhere(target);
  }

  #conditions({ resource, fields, links }: ResourceDecision): GraphQLInputFieldConfigMap {
    const conditions: GraphQLInputFieldConfigMap = {};
    for (const { field, uses } of fields.values()) {
      if (uses.has('FILTER')) conditions[field.name] = { type: conditionTypeOf(field) };
    }
    for (const link of links.values()) {
      const type = this.#through(link, resource);
      if (type) conditions[link.name] = { type };
    }
    return conditions;
  }

  /** The conditions on linked rows; undefined if there are none, or if their source cannot relate rows. */
  #through({ target, steps, isMany }: Link, from: Resource): GraphQLInputObjectType | undefined {
    const home = this.#homeOf(target);
    const to = home?.members.get(target)?.resource;
    // A junction is in the source of the rows that it leads to.
    const isRelated = to?.source === from.source || steps.length > 1;
    if (isRelated && !to?.capabilities.canRelate) return undefined;
    return home?.conditionsOfLinked(target, isMany);
  }

  /** The conditions on the rows of a member that a link leads to. */
  conditionsOfLinked(target: string, isMany: boolean): GraphQLInputObjectType | undefined {
    const where = this.of(target);
    if (!where) return undefined;
    const name = `${target}${isMany ? 'Many' : 'One'}Condition`;
    const known = this.#throughs.get(name);
    if (known) return known;
    const type = new GraphQLInputObjectType({
      name,
      description:
        'What the linked rows must meet, of those that may be seen; every one that is stated must hold.',
      fields: {
        some: { type: where, description: 'One linked row meets these.' },
        none: {
          type: where,
          description: 'No linked row meets these, as where there is no linked row.',
        },
        ...(isMany && {
          every: {
            type: where,
            description: 'Every linked row meets these, as where there is no linked row.',
          },
        }),
      },
    });
    this.#throughs.set(name, type);
    return type;
  }
}
