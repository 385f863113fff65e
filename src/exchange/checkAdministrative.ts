import {
  getArgumentValues,
  GraphQLError,
  type DocumentNode,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';

import { ExchangeError } from '../errors/exchangeError.js';
import type { Limits } from '../plan/limits.js';
import { bindVariables, type Variables } from '../plan/operation/bindVariables.js';
import { checkRepeats } from '../plan/operation/checkRepeats.js';
import { checkSize } from '../plan/operation/checkSize.js';
import { collectFields } from '../plan/operation/collectFields.js';
import { resolveOperation, type ResolvedOperation } from '../plan/operation/resolveOperation.js';
import { validateOpenly } from '../plan/operation/validateOperation.js';

/** What bounds an operation of the administration. */
export type AdministrativeLimits = Pick<
  Limits,
  'maxDepth' | 'maxAliases' | 'maxRootFields' | 'maxCost'
>;

/** An operation of the administration, as it is stated. */
export interface AdministrativeOperation {
  readonly document: DocumentNode;
  readonly operationName: string | null;
  readonly variables: Variables;
}

/** What a root field states of its cost, as TypeGraphQL's `complexity`; 0 where it states nothing. */
function costOf(field: GraphQLField<unknown, unknown>, args: Variables): number {
  const stated = field.extensions['complexity'];
  if (typeof stated === 'function') {
    return Number(Reflect.apply(stated, undefined, [{ args, childComplexity: 0 }]));
  }
  return typeof stated === 'number' ? stated : 0;
}

function checkCost(
  schema: GraphQLSchema,
  resolved: ResolvedOperation,
  variables: Variables,
  maxCost: number,
): readonly ExchangeError[] {
  const fields = schema.getRootType(resolved.operation.operation)?.getFields() ?? {};
  const inclusion = Object.entries(variables).filter(
    (variable): variable is [string, boolean] => typeof variable[1] === 'boolean',
  );
  const sets = [resolved.operation.selectionSet];
  const collected = collectFields(resolved, sets, new Map(inclusion));
  let cost = 0;
  for (const nodes of collected.values()) {
    const [node] = nodes;
    const field = node && fields[node.name.value];
    if (!field) continue;
    try {
      cost += costOf(field, getArgumentValues(field, node, variables));
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      return [new ExchangeError('BAD_USER_INPUT')];
    }
  }
  if (cost <= maxCost) return [];
  const message = `An operation costs at most ${maxCost}; this one costs ${cost}.`;
  return [new ExchangeError('LIMIT_EXCEEDED', message)];
}

/**
 * Checks an operation of the administration before any of it is executed: its form, its size and what
 * it costs, as for the exchange. None but names of the schema, which every administrator may see, are told.
 */
export function checkAdministrative(
  schema: GraphQLSchema,
  { document, operationName, variables }: AdministrativeOperation,
  limits: AdministrativeLimits,
): readonly ExchangeError[] {
  const repeated = checkRepeats(document);
  if (repeated.length > 0) return repeated;
  const invalid = validateOpenly(schema, document);
  if (invalid.length > 0) return invalid;
  const resolved = resolveOperation(document, operationName);
  if (resolved.kind === 'unresolved') return [resolved.error];
  const exceeded = checkSize(resolved, limits);
  if (exceeded.length > 0) return exceeded;
  try {
    const bound = bindVariables(schema, resolved.operation, variables);
    return checkCost(schema, resolved, bound, limits.maxCost);
  } catch (error) {
    if (error instanceof ExchangeError) return [error];
    throw error;
  }
}
