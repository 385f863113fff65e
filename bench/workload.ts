import Database from 'better-sqlite3';

import type { BenchData } from './benchData.js';

export const workloadNames = ['list100', 'nested', 'one'] as const;
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
  one: `query one($id: ID!) {
    resident(idNo: $id) { idNo name birthDate }
  }`,
};

function body(name: WorkloadName, variables: object): string {
  return JSON.stringify({ operationName: name, query: operations[name], variables });
}

/** Every twentieth resident's ID number: about a thousand, from all over the file. */
function someIds({ population }: BenchData): readonly string[] {
  const database = new Database(population, { readonly: true, fileMustExist: true });
  try {
    return database
      .prepare<[], string>('SELECT id_no FROM resident WHERE row_id % 20 = 1 ORDER BY row_id')
      .pluck()
      .all();
  } finally {
    database.close();
  }
}

/** The workloads, over the residents that there are. */
export function workloadsOver(data: BenchData): readonly Workload[] {
  return [
    { name: 'list100', bodies: [body('list100', {})] },
    { name: 'nested', bodies: [body('nested', {})] },
    { name: 'one', bodies: someIds(data).map((id) => body('one', { id })) },
  ];
}
