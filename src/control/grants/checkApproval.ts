import type { Catalog } from '../../catalog/model/catalog.js';
import { ExchangeError } from '../../errors/exchangeError.js';
import {
  combinationsOf,
  describeCombination,
  guessableKeys,
  type Combination,
} from '../../policy/combine/combination.js';
import { decide } from '../../policy/decide/decide.js';
import type { Decisions } from '../../policy/model/decisions.js';
import type { PolicySnapshot } from '../../policy/model/policySnapshot.js';
import type { AgencyCode, GrantId } from '../../shared/brand.js';

import { grantById } from './grantById.js';

/** What each grant of an agency's clients gives. Rules are left out: they may be taken away again. */
function decisionsOf(
  { clients, grants }: PolicySnapshot,
  catalog: Catalog,
  agency: AgencyCode,
): readonly Decisions[] {
  return [...clients.values()]
    .filter((client) => client.agency === agency)
    .flatMap(({ id, attributes }) =>
      [...(grants.get(id)?.values() ?? [])].map((grant) =>
        decide({
          catalog,
          rules: [],
          requester: { kind: 'client', client: id, agency, attributes },
          purpose: grant.purpose,
          grant,
        }),
      ),
    );
}

const inWords = (combinations: readonly Combination[]) =>
  combinations.map(describeCombination).join('; ');

/**
 * Looks at what a new grant shows, by itself and beside the others of its client's agency.
 *
 * @param accepted whether the authority, which grants, approves what they rebuild together
 * @throws {ExchangeError} BAD_USER_INPUT that names what rebuilds which element
 */
export function checkApproval(
  left: PolicySnapshot,
  catalog: Catalog,
  id: GrantId,
  accepted: boolean,
): void {
  const all = decisionsOf(left, catalog, grantById(left, id).client.agency);
  const keys = all.filter(({ grant }) => grant === id).flatMap(guessableKeys);
  if (keys.length > 0) {
    throw new ExchangeError(
      'BAD_USER_INPUT',
      `A grant with LOOKUP or VERIFY leaves at least 10000 candidates for a key whose rows it shows without it; this one narrows ${inWords(keys)}. Show less, or take LIST, LINKED and EXPORT away.`,
    );
  }
  const together = combinationsOf(all).filter(({ pieces }) =>
    pieces.some(({ grant }) => grant === id),
  );
  if (together.length > 0 && !accepted) {
    throw new ExchangeError(
      'BAD_USER_INPUT',
      `What the grants of one agency rebuild together is approved as such; here they narrow ${inWords(together)}. Show less, or state \`acceptCombinations: true\`.`,
    );
  }
}
