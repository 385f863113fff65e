import { readDivisionCodes } from '../demo/agencies/civilAffairs.js';
import { residents } from '../demo/agencies/publicSecurity.js';

export const operationNames = ['list100', 'nested', 'companies', 'one'] as const;
export type OperationName = (typeof operationNames)[number];

export const workloadNames = [...operationNames, 'one64'] as const;
export type WorkloadName = (typeof workloadNames)[number];

/** What a contestant is asked: the bodies of requests, which are sent in turn. */
export interface Workload {
  readonly name: WorkloadName;
  readonly bodies: readonly string[];
  /** Where it is under a load of its own. */
  readonly connections?: number;
}

/** An operation is sent under its name, which is all that `raw` reads of it. */
const operations: { readonly [Name in OperationName]: string } = {
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

function body(name: OperationName, variables: object): string {
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
  const ofOne = someIds().map((id) => body('one', { id }));
  return [
    { name: 'list100', bodies: [body('list100', {})] },
    { name: 'nested', bodies: [body('nested', {})] },
    { name: 'companies', bodies: [body('companies', {})] },
    { name: 'one', bodies: ofOne },
    { name: 'one64', bodies: ofOne, connections: 64 },
  ];
}
