import { Kind, visit, type FieldNode } from 'graphql';

import { ExchangeError } from '../../errors/exchangeError.js';
import type { ResourceDecision } from '../../policy/model/decisions.js';
import type { OrderOperator } from '../../policy/model/operators.js';
import type { Column } from '../../source/column/column.js';
import { encodeParameter, type Parameter } from '../../source/column/parameter.js';
import {
  allOf,
  allRows,
  anyOf,
  isIn,
  isRelated,
  negate,
  type Filter,
} from '../../source/request/filter.js';
import type { BindContext } from '../bindContext.js';
import { scanCost } from '../facts/boundFacts.js';
import { highestLevel } from '../facts/highestLevel.js';
import { mergeReads, readsFor, type Reads } from '../facts/reads.js';
import type { Limits } from '../limits.js';
import { linkEnds, type LinkEnds } from '../rows/linkEnds.js';

import { bindScope } from './bindScope.js';
import type { BoundWhere, LinkCondition } from './boundWhere.js';
import { comparison } from './comparison.js';

function refuse(place: string): never {
  if (place === 'where') {
    throw new ExchangeError(
      'BAD_USER_INPUT',
      '`where` states no condition. To ask without one, leave it out of the operation.',
    );
  }
  throw new ExchangeError(
    'BAD_USER_INPUT',
    `A condition states a value of its field's type; \`${place}\` states none. To ask without a condition, leave it out of the operation.`,
  );
}

/** The parts of an object of conditions or operators. Null and an empty object are refused. */
function statedParts(value: unknown, place: string): readonly (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null) return refuse(place);
  const parts = Object.entries(value);
  return parts.length > 0 ? parts : refuse(place);
}

/** Only an operation that skipped validation comes here. */
function notInContract(): never {
  throw new TypeError('a condition is through a link that its contract does not hold');
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

/**
 * Refuses a condition whose variable is absent. graphql-js would drop it, and the answer would hold
 * more than was asked for.
 */
export function requireConditionVariables(
  node: FieldNode,
  variables: Readonly<Record<string, unknown>>,
): void {
  const where = node.arguments?.find(({ name }) => name.value === 'where');
  if (!where) return;
  visit(where.value, {
    [Kind.VARIABLE]({ name }) {
      if (!Object.hasOwn(variables, name.value)) {
        throw new ExchangeError(
          'BAD_USER_INPUT',
          `A variable in a condition has a value; "$${name.value}" has none.`,
        );
      }
    },
  });
}

/** A step of a link: its columns, whither it leads, and whether that is in the source of the rows before. */
interface Step extends LinkEnds, Pick<LinkCondition, 'link' | 'kind' | 'target'> {}

type WhereContext = Pick<BindContext, 'contract' | 'requester' | 'today' | 'limits'>;

/** Binds the conditions of one `where` and counts its values. */
class WhereBinder {
  readonly linkConditions: LinkCondition[] = [];
  readonly #compared = new Map<ResourceDecision, Set<string>>();
  readonly #context: WhereContext;
  readonly #limits: Limits;
  #values = 0;

  constructor(context: WhereContext) {
    this.#context = context;
    this.#limits = context.limits;
  }

  conditions(where: unknown, decision: ResourceDecision, place: string, depth: number): Filter {
    if (depth > this.#limits.maxDepth) {
      throw new ExchangeError(
        'LIMIT_EXCEEDED',
        `Conditions nest at most ${this.#limits.maxDepth} levels deep; these nest deeper.`,
      );
    }
    const filters = statedParts(where, place).map(([name, value]): Filter => {
      const at = `${place}.${name}`;
      if (name === 'and') return allOf(this.#list(value, decision, at, depth));
      if (name === 'or') return anyOf(this.#list(value, decision, at, depth));
      if (name === 'not') return negate(this.conditions(value, decision, at, depth + 1));
      if (decision.links.has(name)) return this.#link(name, value, decision, at, depth);
      return this.#field(name, value, decision, at);
    });
    return allOf(filters);
  }

  facts(): BoundWhere['facts'] {
    const targets = this.linkConditions.map(({ target }) => target.resource);
    const compared = [...this.#compared];
    const levels = compared.flatMap(([{ fields }, names]) =>
      [...names].map((name) => fields.get(name)?.field.level ?? null),
    );
    return {
      extraCost: targets.length * scanCost,
      // A link condition reads the resource that it leads to, though it shows no row of it.
      reads: mergeReads([
        ...targets.map(({ name }): Reads => new Map([[name, new Map()]])),
        ...compared.map(([{ resource }, names]) => readsFor('FILTER', resource.name, names)),
      ]),
      level: highestLevel([...targets.map(({ level }) => level), ...levels]),
    };
  }

  #list(
    value: unknown,
    decision: ResourceDecision,
    place: string,
    depth: number,
  ): readonly Filter[] {
    if (!Array.isArray(value) || value.length === 0) return refuse(place);
    return value.map((part, index) =>
      this.conditions(part, decision, `${place}.${index}`, depth + 1),
    );
  }

  /**
   * Binds a link condition. `every` becomes: no linked row meets the contrary. So all three
   * quantifiers speak of linked rows in scope alone.
   */
  #link(
    name: string,
    quantifiers: unknown,
    decision: ResourceDecision,
    place: string,
    depth: number,
  ): Filter {
    const filters = statedParts(quantifiers, place).map(([quantifier, value]) => {
      const at = `${place}.${quantifier}`;
      const steps = this.#stepsOf(name, decision);
      const target = steps.at(-1)?.target ?? notInContract();
      // An empty condition asks whether there is any linked row.
      const condition = isEmpty(value) ? allRows : this.conditions(value, target, at, depth + 1);
      switch (quantifier) {
        case 'some':
          return this.#related(steps, condition);
        case 'none':
          return negate(this.#related(steps, condition));
        case 'every':
          return negate(this.#related(steps, negate(condition)));
        default:
          // The contract's schema lets no other through.
          throw new TypeError('a condition through a link is of no kind');
      }
    });
    return allOf(filters);
  }

  #stepsOf(name: string, decision: ResourceDecision): readonly Step[] {
    const { types, junctions } = this.#context.contract;
    const link = decision.links.get(name) ?? notInContract();
    let before = decision;
    return link.steps.map(({ target: to, on }) => {
      const { fields, resource } = before;
      const target = (to === link.target ? types : junctions).get(to) ?? notInContract();
      const ends = linkEnds(
        on,
        (field) => fields.get(field)?.field.column,
        (field) => target.fields.get(field)?.field.column,
      );
      const kind = target.resource.source === resource.source ? 'related' : 'elsewhere';
      before = target;
      return {
        link: `${decision.resource.name}.${name}`,
        kind,
        target,
        ...(ends ?? notInContract()),
      };
    });
  }

  /** Binds that rows lead by these steps to a row that meets a condition. */
  #related(steps: readonly Step[], met: Filter): Filter {
    const { contract, requester, today } = this.#context;
    const { attributes } = requester;
    const scopeContext = { attributes, resources: contract.resources, today };
    return steps.reduceRight((condition, { link, kind, target, from, to }) => {
      const { source, table } = target.resource;
      const scope = bindScope(target.scope, target.resource, scopeContext);
      const related = { source, table, from, to, scope, condition };
      this.linkConditions.push({ link, target, kind, related });
      return isRelated(kind, related);
    }, met);
  }

  #field(name: string, operators: unknown, decision: ResourceDecision, place: string): Filter {
    const found = decision.fields.get(name);
    if (!found?.uses.has('FILTER')) {
      throw new TypeError('a condition is on a field that its contract does not filter by');
    }
    this.#compared.set(decision, (this.#compared.get(decision) ?? new Set()).add(name));
    const { column } = found.field;
    const filters = statedParts(operators, place).map(([operator, value]) =>
      this.#operator(column, operator, value, `${place}.${operator}`),
    );
    return allOf(filters);
  }

  #operator(column: Column, operator: string, value: unknown, place: string): Filter {
    switch (operator) {
      case 'eq':
        return isIn(column, [this.#value(column, value, place)]);
      case 'in':
        return isIn(column, this.#listed(column, value, place));
      case 'isNull': {
        if (typeof value !== 'boolean') return refuse(place);
        this.#count(1);
        const isNull: Filter = { kind: 'isNull', column };
        return value ? isNull : negate(isNull);
      }
      default:
        // The contract's schema lets no other operator through.
        return comparison(column, operator as OrderOperator, this.#value(column, value, place));
    }
  }

  #listed(column: Column, value: unknown, place: string): readonly Parameter[] {
    if (!Array.isArray(value)) return refuse(place);
    const { maxListLength } = this.#limits;
    if (value.length > maxListLength) {
      throw new ExchangeError(
        'LIMIT_EXCEEDED',
        `\`in\` takes at most ${maxListLength} values; \`${place}\` states ${value.length}.`,
      );
    }
    return value.map((part) => this.#value(column, part, place));
  }

  #value(column: Column, value: unknown, place: string): Parameter {
    this.#count(1);
    return encodeParameter(column, value) ?? refuse(place);
  }

  #count(values: number): void {
    this.#values += values;
    const { maxListLength } = this.#limits;
    if (this.#values <= maxListLength) return;
    throw new ExchangeError(
      'LIMIT_EXCEEDED',
      `A \`where\` compares with at most ${maxListLength} values; this one with more.`,
    );
  }
}

/** Binds the conditions of an operation. The contract's schema has already let them through. */
export function bindWhere(
  where: unknown,
  decision: ResourceDecision,
  context: WhereContext,
): BoundWhere {
  const binder = new WhereBinder(context);
  const filter = binder.conditions(where, decision, 'where', 1);
  const { maxRelatedRows } = context.limits;
  return { filter, linkConditions: binder.linkConditions, maxRelatedRows, facts: binder.facts() };
}
