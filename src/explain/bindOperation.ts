import { GraphQLError, parse, type DocumentNode } from 'graphql';

import { ExchangeError } from '../errors/exchangeError.js';
import { toExchangeError } from '../errors/toExchangeError.js';
import { maxTokens } from '../http/graphql/apolloOptions.js';
import { checkBody } from '../http/wire/checkBody.js';
import { bind } from '../plan/bind.js';
import type { BindContext, BoundPlan } from '../plan/boundPlan.js';
import { checkCost } from '../plan/facts/cost.js';
import { bindVariables } from '../plan/operation/bindVariables.js';
import { prepare } from '../plan/prepare.js';

/** A request, as its body would hold it. */
export interface Asked {
  readonly query: string;
  readonly variables: unknown;
  readonly operationName: string | null;
}

export type BoundOperation =
  | { readonly kind: 'bound'; readonly bound: BoundPlan }
  | { readonly kind: 'refused'; readonly errors: readonly ExchangeError[] };

/** Apollo's part of a request; the API tells of a syntax error where it lies, and no more. */
function parseQuery(query: string): DocumentNode {
  try {
    return parse(query, { maxLexicalTokens: maxTokens });
  } catch (error) {
    const locations = error instanceof GraphQLError ? error.locations : undefined;
    throw new ExchangeError('GRAPHQL_PARSE_FAILED', undefined, { ...(locations && { locations }) });
  }
}

/** Takes an operation through the stages of the pipeline, up to where a source would be asked. */
export function bindOperation(asked: Asked, context: BindContext): BoundOperation {
  try {
    const body: unknown = asked;
    checkBody(body);
    const { contract, limits } = context;
    const prepared = prepare(contract, parseQuery(body.query), asked.operationName, limits);
    if (prepared.kind === 'refused') return { kind: 'refused', errors: prepared.errors };
    const variables = bindVariables(contract.schema, prepared.operation, body.variables ?? {});
    const bound = bind(prepared.planFor(variables), variables, context);
    checkCost(bound, limits);
    return { kind: 'bound', bound };
  } catch (thrown) {
    return { kind: 'refused', errors: [toExchangeError(thrown)] };
  }
}
