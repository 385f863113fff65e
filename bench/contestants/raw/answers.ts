import type { OperationName } from '../../workload.js';
import type { Connection } from '../byHand/connection.js';

import type { CompanyRow, ListedRow, NestedRow, OneRow } from './rows.js';
import { shapeCompanies, shapeListed, shapeNested, shapeOne } from './shape.js';
import { statementsOver } from './statements.js';

/** The data of each workload's answer. */
export type Answers = {
  readonly [Name in OperationName]: (variables: { readonly id: string }) => Promise<object>;
};

/** The workloads' answers, each by one prepared statement. */
export function prepareAnswers(connection: Connection): Answers {
  const statements = statementsOver(connection.names, connection.dialect);
  const list100 = connection.prepare<ListedRow>(statements.list100);
  const nested = connection.prepare<NestedRow>(statements.nested);
  const companies = connection.prepare<CompanyRow>(statements.companies);
  const one = connection.prepare<OneRow>(statements.one);
  return {
    list100: async () => ({ residents: { nodes: (await list100()).map(shapeListed) } }),
    nested: async () => ({ residents: { nodes: (await nested()).map(shapeNested) } }),
    companies: async () => ({ companies: { nodes: shapeCompanies(await companies()) } }),
    one: async ({ id }) => {
      const [row] = await one(id);
      return { resident: row ? shapeOne(row) : null };
    },
  };
}
