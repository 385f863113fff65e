import type { ExchangeError } from '../errors/exchangeError.js';
import { toExchangeError } from '../errors/toExchangeError.js';
import type { BindContext } from '../plan/bindContext.js';
import type { BoundPlan } from '../plan/boundPlan.js';
import { callsForOccasion } from '../plan/facts/highestLevel.js';
import type { Prepared } from '../plan/prepare.js';

import { exportOf } from './export/exportOf.js';
import type { Operation } from './operation.js';
import type { Stages } from './stages.js';

/** What an operation would do, or why it is refused, with its hash where that is known. */
export type Planned =
  | {
      readonly kind: 'bound';
      readonly bound: BoundPlan;
      readonly hash: string;
      /** Whether it is answered only for a stated occasion. */
      readonly needsOccasion: boolean;
    }
  | {
      readonly kind: 'refused';
      readonly errors: readonly [ExchangeError, ...ExchangeError[]];
      readonly hash: string | null;
    };

/** What the stages before a source need, besides the request. */
export interface Planning {
  readonly stages: Stages;
  /** Prepares the operation under its contract, or gives the remembered result. */
  readonly prepare: () => Prepared;
  readonly context: BindContext;
  /** Whether a lookup or export of data of level L3 or above must state an occasion. */
  readonly requireOccasion: boolean;
}

/**
 * Takes an operation through all stages before the charge and the source. It is pure, so explain
 * decides as the gateway does. Never throws.
 */
export function planOperation(
  { variables: given, occasion }: Pick<Operation, 'variables' | 'occasion'>,
  { stages, prepare, context, requireOccasion }: Planning,
): Planned {
  let hash: string | null = null;
  try {
    const prepared = prepare();
    ({ hash } = prepared);
    if (prepared.kind === 'refused') return { kind: 'refused', errors: prepared.errors, hash };
    const { contract, limits } = context;
    const bound = prepared.lastBound.get(given, context, () => {
      const variables = stages.bindVariables(contract.schema, prepared.operation, given);
      return stages.bind(prepared.planFor(variables), variables, context);
    });
    exportOf(bound);
    const needsOccasion = requireOccasion && callsForOccasion(bound.facts.lookupLevel);
    if (needsOccasion) stages.checkOccasion(occasion);
    stages.checkCost(bound.facts, limits);
    return { kind: 'bound', bound, hash, needsOccasion };
  } catch (thrown) {
    return { kind: 'refused', errors: [toExchangeError(thrown)], hash };
  }
}
