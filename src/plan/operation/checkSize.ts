import { ExchangeError } from '../../errors/exchangeError.js';
import type { Limits } from '../limits.js';

import { measureOperation } from './measureOperation.js';
import type { ResolvedOperation } from './resolveOperation.js';

/** Holds a valid operation to the limits of its size. */
export function checkSize(
  operation: ResolvedOperation,
  limits: Pick<Limits, 'maxDepth' | 'maxAliases' | 'maxRootFields'>,
): readonly ExchangeError[] {
  const { depth, aliases, rootFields } = measureOperation(operation);
  const checks: readonly (readonly [string, number, number])[] = [
    ['levels', depth, limits.maxDepth],
    ['aliases', aliases, limits.maxAliases],
    ['root fields', rootFields, limits.maxRootFields],
  ];
  return checks
    .filter(([, found, most]) => found > most)
    .map(
      ([what, found, most]) =>
        new ExchangeError(
          'LIMIT_EXCEEDED',
          `An operation may have at most ${most} ${what}; this one has ${found}.`,
        ),
    );
}
