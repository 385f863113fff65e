import { parse } from 'graphql';

import { toExchangeError } from '../../../src/errors/toExchangeError.js';
import type { Stages } from '../../../src/exchange/stages.js';
import { readExport } from '../../support/askExport.js';
import type { WrittenOperation } from '../universe/writeOperation.js';

import { credentials, exchangeOver, stated, type Setting } from './universe.js';
import type { WorldDatabases } from './worldDatabases.js';

/** What an app receives of an export. */
export interface Exported extends ReturnType<typeof readExport> {
  /** All that leaves, as it stands. */
  readonly text: string;
  /** `OK`, `PARTIAL`, or the code of a refusal or of what ended it. */
  readonly outcome: string;
  /** What was charged for each chunk: a charge that hangs on what is hidden tells of it, by its refusal. */
  readonly charged: readonly string[];
}

/**
 * Exports an operation of one requester to its end.
 *
 * @param maxCost what a chunk may cost
 */
export async function exportedFrom(
  setting: Setting,
  databases: WorldDatabases,
  stages: Stages,
  { query, variables }: WrittenOperation,
  maxCost?: number,
): Promise<Exported> {
  const { exchange, charged } = exchangeOver(setting, databases, stages, maxCost);
  const admission = await exchange.admit(credentials);
  const operation = {
    document: parse(query),
    documentHash: query,
    operationName: null,
    variables,
    occasion: stated,
  };
  const type = 'application/x-ndjson';
  const opened = await exchange.openExport(credentials, admission, operation, type);
  if (opened.kind === 'refused') {
    const [error] = opened.answer.errors;
    return { ...readExport(''), text: error?.message ?? '', outcome: error?.code ?? '', charged };
  }
  const { run, first, release } = opened;
  const pieces: Buffer[] = [];
  let outcome = 'OK';
  try {
    for (let chunk = first; ; chunk = await run.next()) {
      await run.check();
      pieces.push(...chunk.bytes);
      if (chunk.mark.errors.length > 0) outcome = 'PARTIAL';
      if (chunk.isLast) break;
    }
  } catch (thrown) {
    outcome = toExchangeError(thrown).code;
  }
  release();
  const text = Buffer.concat(pieces).toString();
  return { ...readExport(text), text, outcome, charged };
}
