import { admit, type NamedAsker, type Admitted } from '../../explain/admit.js';
import type { Demo } from '../../start/demo.js';
import { openDeployment, type OpenDeployment } from '../../start/openDeployment.js';
import { readSettings } from '../../start/settings.js';

import { targetOf } from './target.js';
import { readAsked, tellOperation } from './tellOperation.js';
import { tellPolicy } from './tellPolicy.js';
import type { Told } from './told.js';

export interface ExplainOptions extends NamedAsker {
  readonly variables?: string | undefined;
  readonly operation?: string | undefined;
  readonly format: 'text' | 'json';
}

async function tell(
  stated: string | undefined,
  { variables, operation }: ExplainOptions,
  opened: OpenDeployment,
  admitted: Admitted,
): Promise<Told> {
  const target = targetOf(stated, opened.catalog);
  if (target.kind === 'file') {
    const asked = await readAsked(target.file, variables, operation);
    return tellOperation(asked, opened.explained, admitted);
  }
  if (variables === undefined && operation === undefined)
    return tellPolicy(target, opened.catalog, admitted);
  throw new Error('--variables and --operation go with a file *.graphql that holds an operation.');
}

/**
 * Prints why a requester has what it has, or what one of its operations would do. No source is
 * asked for a row.
 *
 * @param stated nothing for everything; `Type`, `Type.field`, or a file `*.graphql`
 * @returns the exit code: 1 for an operation that the API would refuse
 */
export async function explain(
  stated: string | undefined,
  options: ExplainOptions,
  demo: Demo | null,
): Promise<0 | 1> {
  const opened = await openDeployment(readSettings(process.env), demo);
  try {
    const admitted = await admit(opened.explained, options, opened.toldClients, Date.now());
    const { lines, data, code } = await tell(stated, options, opened, admitted);
    const text = options.format === 'json' ? JSON.stringify(data) : lines.join('\n');
    process.stdout.write(`${text}\n`);
    return code;
  } finally {
    await opened.close();
  }
}
