import { readFile } from 'node:fs/promises';

import { formatError } from '../../errors/formatError.js';
import type { Admitted } from '../../explain/admit.js';
import type { ExplainParts } from '../../explain/exchangeFor.js';
import { operationReport, type AskedOperation } from '../../explain/operationReport.js';

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
): Promise<AskedOperation> {
  const query = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new Error(`${file} cannot be read: it is a file that holds an operation`, { cause });
  });
  return { query, variables: await readVariables(variables), operationName: operationName ?? null };
}

/** Tells what an operation would do, or the errors that it would be answered. */
export function tellOperation(
  asked: AskedOperation,
  explained: Pick<ExplainParts, 'connectors' | 'limits'>,
  admitted: Admitted,
): Told {
  const told = operationReport(asked, admitted, explained);
  if (told.kind === 'refused') {
    const { errors } = told;
    return { lines: refusalText(errors), data: { errors: errors.map(formatError) }, code: 1 };
  }
  return {
    lines: [whoAsksLine(admitted), ...planText(told.report, told.again)],
    data: { ...whoAsks(admitted), ...told.report, again: told.again },
    code: 0,
  };
}
