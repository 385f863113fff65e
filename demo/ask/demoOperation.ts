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

/** A client that is shown to ask something of its own: the district office sees its own district only. */
const ofClient: Readonly<Record<string, string>> = {
  'district-office': companiesOperation(neighbourIdNo),
};

/** What a client of the demo is shown to ask. */
export function operationOf(client: string): string {
  return ofClient[client] ?? demoOperation;
}

/** On behalf of whom, and for which case, the demo's requesters ask. */
export const demoOccasion = { actingUser: 'window-07', caseReference: 'QD-2026-000815' };
