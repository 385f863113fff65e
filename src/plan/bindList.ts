import { ExchangeError } from '../errors/exchangeError.js';

import { bothFilters } from './bindScope.js';
import type { Variables } from './bindVariables.js';
import { bindWhere, requireConditionVariables } from './bindWhere.js';
import type { BindContext, BoundList } from './boundPlan.js';
import type { Filter } from './connector.js';
import { cursorsFor } from './cursor.js';
import type { Limits } from './limits.js';
import type { ListRoot } from './queryPlan.js';
import { rootArguments } from './rootArguments.js';

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

/** Binds a list: conditions and position, within the row scope. */
export function bindList(
  step: ListRoot,
  scope: Filter,
  context: BindContext,
  variables: Variables,
): BoundList {
  requireConditionVariables(step.node, variables);
  const given = rootArguments(step.node, context, variables);
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
