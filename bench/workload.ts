import { readDivisionCodes } from '../demo/agencies/civilAffairs.js';
import { residents } from '../demo/agencies/publicSecurity.js';

export const workloadNames = ['list100', 'nested', 'companies', 'one'] as const;
export type WorkloadName = (typeof workloadNames)[number];

/** What a contestant is asked: the bodies of requests, which are sent in turn. */
export interface Workload {
  readonly name: WorkloadName;
  readonly bodies: readonly string[];
}

/** An operation is named after its workload, which is all that `raw` reads of it. */
const operations: { readonly [Name in WorkloadName]: string } = {
  list100: `query list100 {
    residents(first: 100) { nodes { idNo name birthDate address divisionCode } }
  }`,
  nested: `query nested {
    residents(first: 50) { nodes { name division { name province { name } } } }
  }`,
  companies: `query companies {
    companies(first: 50) { nodes { name legalRep { name companies { nodes { name status } } } } }
  }`,
  one: `query one($id: ID!) {
    resident(idNo: $id) { idNo name birthDate }
  }`,
};

function body(name: WorkloadName, variables: object): string {
  return JSON.stringify({ operationName: name, query: operations[name], variables });
}

/** Every twentieth resident's ID number: a thousand, from all over the table. */
function someIds(): readonly string[] {
  return [...residents(readDivisionCodes())]
    .filter((_, index) => index % 20 === 0)
    .map(({ idNo }) => idNo);
}

/** The workloads, over the residents that there are. */
export function createWorkloads(): readonly Workload[] {
  return [
    { name: 'list100', bodies: [body('list100', {})] },
    { name: 'nested', bodies: [body('nested', {})] },
    { name: 'companies', bodies: [body('companies', {})] },
    { name: 'one', bodies: someIds().map((id) => body('one', { id })) },
  ];
}
