import type { MercuriusOptions } from 'mercurius';

import { maskResident } from './maskResident.js';
import type { Statements } from './statements.js';

/** Root fields, each by one prepared statement. */
export function createResolvers(
  statements: Statements,
): NonNullable<MercuriusOptions['resolvers']> {
  return {
    Query: {
      resident: async (_root, { idNo }: { readonly idNo: string }) => {
        const [row] = await statements.resident(idNo);
        return row ? maskResident(row) : null;
      },
      residents: async (_root, { first }: { readonly first: number }) => ({
        nodes: (await statements.residents(first)).map(maskResident),
      }),
      companies: async (_root, { first }: { readonly first: number }) => ({
        nodes: await statements.companies(first),
      }),
    },
  };
}
