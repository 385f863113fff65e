import { getArgumentValues, GraphQLError, type FieldNode } from 'graphql';

import type { Contract } from '../contract/contract.js';
import { ExchangeError } from '../errors/exchangeError.js';
import type { Requester } from '../policy/requester.js';
import type { PurposeCode } from '../shared/brand.js';
import { unreachable } from '../shared/unreachable.js';

import { bindScope, bothFilters } from './bindScope.js';
import type { Variables } from './bindVariables.js';
import { bindWhere, requireConditionVariables } from './bindWhere.js';
import type { Filter } from './connector.js';
import { cursorsFor, type Cursors } from './cursor.js';
import { encodeParameter } from './encodeParameter.js';
import type { Limits } from './limits.js';
import type { ListRoot, LookupRoot, QueryPlan, RootStep } from './queryPlan.js';

/** What an execution brings along that no contract or plan may hold. */
export interface BindContext {
  readonly contract: Contract;
  readonly requester: Requester;
  readonly purpose: PurposeCode | null;
  readonly limits: Limits;
  /** 64 bytes; never the same for cursors and anything else. */
  readonly cursorKey: Uint8Array;
}

/** A root with its parameters. */
export type BoundRoot =
  | { readonly kind: 'lookup'; readonly step: LookupRoot; readonly filter: Filter }
  | {
      readonly kind: 'list';
      readonly step: ListRoot;
      readonly filter: Filter;
      readonly first: number;
      readonly isFirstPage: boolean;
      readonly cursors: Cursors;
    }
  | { readonly kind: 'other'; readonly step: Exclude<RootStep, LookupRoot | ListRoot> };

/** A plan with everything that this one execution of it needs. */
export interface BoundPlan {
  readonly plan: QueryPlan;
  readonly contract: Contract;
  readonly variables: Variables;
  readonly roots: readonly BoundRoot[];
  /** The row scope of each fetch, by its id. */
  readonly scopes: readonly Filter[];
}

function argumentsOf(node: FieldNode, { contract }: BindContext, variables: Variables) {
  const field = contract.schema.getQueryType()?.getFields()[node.name.value];
  if (!field) throw new TypeError('a root field is not in its contract');
  try {
    return getArgumentValues(field, node, variables);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const declared = field.args.map(({ name, type }) => `${name}: ${type.toString()}`).join(', ');
    throw new ExchangeError(
      'BAD_USER_INPUT',
      `Root field "${node.name.value}" takes (${declared}); what was given does not fit.`,
    );
  }
}

function bindLookup(
  step: LookupRoot,
  scope: Filter,
  context: BindContext,
  variables: Variables,
): BoundRoot {
  const { resource } = step.decision;
  const column = resource.fields.get(resource.key)?.column;
  const given = argumentsOf(step.node, context, variables)[resource.key];
  const value = column && encodeParameter(column, given);
  if (!column || value === undefined) {
    throw new ExchangeError(
      'BAD_USER_INPUT',
      `Argument "${resource.key}" of "${step.node.name.value}" takes a well-formed value of its type.`,
    );
  }
  const byKey: Filter = { kind: 'all', of: [{ column, operator: 'in', values: [value] }] };
  return { kind: 'lookup', step, filter: bothFilters(byKey, scope) };
}

function readFirst(first: unknown, { maxPageSize }: Limits): number {
  if (typeof first === 'number' && first >= 0 && first <= maxPageSize) return first;
  throw new ExchangeError(
    typeof first === 'number' && first > maxPageSize ? 'LIMIT_EXCEEDED' : 'BAD_USER_INPUT',
    `\`first\` is a whole number from 0 to ${maxPageSize}.`,
  );
}

/**
 * What a list's cursors are bound to. Its own `first` and `after` are left out, so that an app may
 * change the size of its pages on the way.
 */
function cursorContext(step: ListRoot, where: unknown, context: BindContext): string {
  const { requester, purpose, contract } = context;
  const client = requester.kind === 'client' ? requester.client : null;
  return JSON.stringify([
    client,
    purpose,
    contract.fingerprint,
    step.node.name.value,
    where ?? null,
  ]);
}

function bindList(
  step: ListRoot,
  scope: Filter,
  context: BindContext,
  variables: Variables,
): BoundRoot {
  requireConditionVariables(step.node, variables);
  const given = argumentsOf(step.node, context, variables);
  const first = readFirst(given['first'], context.limits);
  const { where, after } = given;
  const cursors = cursorsFor(context.cursorKey, cursorContext(step, where, context));
  const filters = [scope];
  if (where !== undefined) filters.push(bindWhere(where, step.decision, context.limits));
  const isFirstPage = typeof after !== 'string';
  if (!isFirstPage) {
    const position = cursors.open(after);
    filters.push({
      kind: 'all',
      of: [{ column: step.pageBy, operator: 'gt', values: [position] }],
    });
  }
  return { kind: 'list', step, filter: bothFilters(...filters), first, isFirstPage, cursors };
}

function bindRoot(
  step: RootStep,
  scopes: readonly Filter[],
  context: BindContext,
  variables: Variables,
): BoundRoot {
  switch (step.kind) {
    case 'lookup':
    case 'list': {
      const scope = scopes[step.fetch.id];
      if (!scope) throw new TypeError('a fetch of the plan has no scope');
      return step.kind === 'lookup'
        ? bindLookup(step, scope, context, variables)
        : bindList(step, scope, context, variables);
    }
    case 'introspection':
    case 'empty':
    case 'typename':
      return { kind: 'other', step };
    default:
      return unreachable(step);
  }
}

/**
 * Binds a plan to one execution: arguments coerced and encoded for their columns, scopes resolved
 * for the requester, cursors opened.
 *
 * @param variables already coerced by `bindVariables`
 * @throws {ExchangeError} BAD_USER_INPUT or LIMIT_EXCEEDED
 */
export function bind(plan: QueryPlan, variables: Variables, context: BindContext): BoundPlan {
  const { attributes } = context.requester;
  const scopes = plan.fetches.map(({ scope, resource }) => bindScope(scope, resource, attributes));
  const roots = plan.roots.map((step) => bindRoot(step, scopes, context, variables));
  return { plan, contract: context.contract, variables, roots, scopes };
}
