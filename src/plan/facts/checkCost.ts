import { ExchangeError } from '../../errors/exchangeError.js';
import type { Limits } from '../limits.js';

import type { PlanFacts } from './planFacts.js';

/**
 * Refuses an operation that could fetch too many rows. It looks at the cost alone, so the refusal
 * says nothing about the data.
 *
 * @throws {ExchangeError} LIMIT_EXCEEDED
 */
export function checkCost({ cost }: Pick<PlanFacts, 'cost'>, { maxCost }: Limits): void {
  if (cost <= maxCost) return;
  throw new ExchangeError(
    'LIMIT_EXCEEDED',
    `An operation may ask for at most ${maxCost} rows, linked ones included; this one could fetch ${cost}.`,
  );
}
