import type { ExplorerConfig } from '../src/http/portal/serveExplorer.js';

import { signToken } from './demoKeys.js';
import { demoClients } from './demoPolicy.js';

/** A generated resident of 市南区, of age and with companies in three other divisions. */
export const demoIdNo = '370202199107157904';

/** Another of 市北区, two of whose six companies are there too. */
const neighbourIdNo = '37020319830813978X';

/** The one operation to which the demo's requesters get different lawful answers. */
export const demoOperation = `{
  resident(idNo: "${demoIdNo}") {
    idNo
    name
    birthDate
    division { name province { name } }
  }
}
`;

/** On behalf of whom, and for which case, the demo's requesters ask. */
export const demoOccasion = { actingUser: 'window-07', caseReference: 'QD-2026-000815' };

function companiesOperation(idNo: string): string {
  return `{
  resident(idNo: "${idNo}") {
    name
    companies(first: 5) { nodes { name division { name } } }
  }
}
`;
}

/** From public security to market regulation to civil affairs, each by its own rules. */
export const demoCompaniesOperation = companiesOperation(demoIdNo);

/** What each of the demo's clients is shown to ask; the district office sees its own district only. */
const operations: Readonly<Record<string, string>> = {
  'enrolment-app': demoOperation,
  'housing-fund-app': demoOperation,
  'district-office': companiesOperation(neighbourIdNo),
};

/** Lines for a shell, one for each client, each with a token of its own. */
export async function curlLines(dir: string, address: string): Promise<readonly string[]> {
  return Promise.all(
    demoClients.map(async ({ id, purpose }) => {
      const query = (operations[id] ?? demoOperation).replace(/\s+/g, ' ').trim();
      return [
        `curl -s ${address}/graphql`,
        `-H 'content-type: application/json'`,
        `-H 'authorization: Bearer ${await signToken(dir, id)}'`,
        `-H 'purpose: ${purpose}'`,
        `-H 'acting-user: ${demoOccasion.actingUser}'`,
        `-H 'case-reference: ${demoOccasion.caseReference}'`,
        `-d '${JSON.stringify({ query })}'`,
      ].join(' ');
    }),
  );
}

/** What the explorer begins with: the same operation, and a switch between the requesters. */
export async function demoExplorer(dir: string): Promise<ExplorerConfig> {
  const clients = demoClients.map(async ({ id, label, purpose }) => ({
    label,
    purpose,
    token: await signToken(dir, id),
  }));
  const thePublic = { label: 'The public', purpose: null, token: null };
  return {
    operation: demoOperation,
    occasion: demoOccasion,
    requesters: [...(await Promise.all(clients)), thePublic],
  };
}
