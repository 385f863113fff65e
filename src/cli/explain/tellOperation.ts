import { readFile } from 'node:fs/promises';

import { formatError } from '../../exchange/formatError.js';
import type { Admitted } from '../../explain/admit.js';
import { bindOperation, type Asked } from '../../explain/bindOperation.js';
import { planReport } from '../../explain/planReport.js';
import { deriveAnswerKeys } from '../../keys/deriveKey.js';
import { ChinaCalendar } from '../../shared/chinaCalendar.js';
import type { OpenPolicy } from '../../start/openDeployment.js';

import { planText, refusalText } from './planText.js';
import { whoAsks, whoAsksLine, type Told } from './told.js';

async function readVariables(file: string | undefined): Promise<unknown> {
  if (file === undefined) return null;
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (cause) {
    throw new Error('--variables names a file of JSON: {"<variable>": …}', { cause });
  }
}

/** Reads a request from files. */
export async function readAsked(
  file: string,
  variables: string | undefined,
  operationName: string | undefined,
): Promise<Asked> {
  const query = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new Error(`${file} cannot be read: it is a file that holds an operation`, { cause });
  });
  return { query, variables: await readVariables(variables), operationName: operationName ?? null };
}

/**
 * Tells what an operation would do, or the errors that it would be answered.
 *
 * @param now milliseconds since the epoch
 */
export function tellOperation(
  asked: Asked,
  { deployment, connectors }: Pick<OpenPolicy, 'deployment' | 'connectors'>,
  admitted: Admitted,
  now: number,
): Told {
  const { limits, masterKey } = deployment;
  // The keys are the gateway's own, so that its cursors open.
  const context = {
    ...admitted,
    ...deriveAnswerKeys(masterKey),
    limits,
    today: new ChinaCalendar().dayAt(now),
  };
  const operation = bindOperation(asked, context);
  if (operation.kind === 'refused') {
    const { errors } = operation;
    return { lines: refusalText(errors), data: { errors: errors.map(formatError) }, code: 1 };
  }
  const report = planReport(operation.bound, connectors, limits.maxCost);
  return {
    lines: [whoAsksLine(admitted), ...planText(report)],
    data: { ...whoAsks(admitted), ...report },
    code: 0,
  };
}
