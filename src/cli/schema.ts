import { printSchemaWithDirectives } from '@graphql-tools/utils';

import { admit, type NamedAsker } from '../explain/admit.js';
import type { Grant } from '../policy/model/grant.js';
import type { Demo } from '../start/demo.js';
import { openDeployment } from '../start/openDeployment.js';
import { readSettings } from '../start/settings.js';

/**
 * The header of the SDL. It does not tell when or where the SDL was printed, so equal contracts
 * print equal texts.
 */
function headerFor(grant: Grant | null): string {
  const who = grant ? `${grant.client} for ${grant.purpose}` : 'the public';
  const options = grant ? `--as ${grant.client} --purpose ${grant.purpose}` : '--public';
  return `# The contract of ${who}.
# What is not here is not shared. Printed by \`npx tongdao schema ${options}\`.

`;
}

/**
 * The SDL of a requester's contract. Masks are written as applied directives, which introspection
 * leaves out. The contract comes from the stages of a request: grant, decisions, contract.
 *
 * @throws {Error} with a sentence that says what would be right
 */
export async function schema(
  asker: NamedAsker,
  env: Readonly<Record<string, string | undefined>>,
  demo: Demo | null,
): Promise<string> {
  const opened = await openDeployment(readSettings(env), demo);
  try {
    const admitted = await admit(opened.explained, asker, opened.toldClients, Date.now());
    const { grant, contract } = admitted;
    return `${headerFor(grant)}${printSchemaWithDirectives(contract.schema)}\n`;
  } finally {
    await opened.close();
  }
}
