import type { Catalog } from '../../catalog/model/catalog.js';
import { describeCombination, guessableKeys } from '../../policy/combine/combination.js';
import { decide } from '../../policy/decide/decide.js';
import type { PolicySnapshot } from '../../policy/model/policySnapshot.js';

import { PolicyError } from './policyError.js';

/**
 * Holds the grants of a seed file to what a grant that is made at run time is held to: none lets its client
 * find out a key by trying.
 *
 * @throws {PolicyError} that names what each such grant narrows a key by
 */
export function checkSeedGrants({ clients, grants }: PolicySnapshot, catalog: Catalog): void {
  const problems = [...clients.values()].flatMap(({ id, agency, attributes }) =>
    [...(grants.get(id)?.values() ?? [])].flatMap((grant) => {
      const requester = { kind: 'client', client: id, agency, attributes } as const;
      const { purpose } = grant;
      const decisions = decide({ catalog, rules: [], requester, purpose, grant });
      return guessableKeys(decisions).map(
        (narrowed) =>
          `grant ${grant.id}: with LOOKUP or VERIFY it leaves at least 10000 candidates for a key whose rows it shows without it; it narrows ${describeCombination(narrowed)}`,
      );
    }),
  );
  if (problems.length > 0) throw new PolicyError(problems);
}
