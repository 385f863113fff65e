import type { ExchangeError } from '../errors/exchangeError.js';
import { toExchangeError } from '../errors/toExchangeError.js';
import { checkBody } from '../exchange/checkBody.js';
import { parseDocument } from '../exchange/parseDocument.js';

import type { Admitted } from './admit.js';
import { askedAgain, type AskedAgain } from './askedAgain.js';
import type { ExplainParts } from './exchangeFor.js';
import { planReport, type PlanReport } from './planReport.js';

/** A request, as its body would hold it. */
export interface AskedOperation {
  readonly query: string;
  readonly variables: unknown;
  readonly operationName: string | null;
}

/** What an operation would do, or the errors that would answer it. */
export type OperationReport =
  | { readonly kind: 'planned'; readonly report: PlanReport; readonly again: AskedAgain }
  | { readonly kind: 'refused'; readonly errors: readonly ExchangeError[] };

/**
 * An occasion that counts as stated. The report tells whether it must be, and a missing one should
 * not hide the rest.
 */
const occasion = { actingUser: 'stated', caseReference: 'stated' };

/** Tells what an operation would do, by the same stages as the gateway. */
export function operationReport(
  asked: AskedOperation,
  admitted: Admitted,
  { connectors, limits }: Pick<ExplainParts, 'connectors' | 'limits'>,
): OperationReport {
  try {
    const body: unknown = asked;
    checkBody(body);
    const planned = admitted.exchange.plan(admitted, {
      document: parseDocument(body.query),
      documentHash: body.query,
      operationName: asked.operationName,
      variables: body.variables ?? {},
      occasion,
    });
    if (planned.kind === 'refused') return planned;
    const { bound, needsOccasion } = planned;
    const report = planReport(bound, connectors, limits.maxCost, needsOccasion);
    return { kind: 'planned', report, again: askedAgain(bound, admitted.requester) };
  } catch (thrown) {
    return { kind: 'refused', errors: [toExchangeError(thrown)] };
  }
}
