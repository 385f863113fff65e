import type { PolicySeedInput } from '../../../src/control/policy/policySeed.js';
import { keyOf } from '../../support/testClients.js';
import { validUntil } from '../../support/testPolicy.js';

import type { ColumnSet } from './columnSets.js';
import { attributes, type RowScope } from './rowScopes.js';

type Grant = PolicySeedInput['grants'][number];
type Rules = NonNullable<PolicySeedInput['rules']>;

/** What one purpose grants of people. */
export interface Permission {
  readonly purpose: string;
  readonly set: ColumnSet;
  readonly scope: RowScope;
}

const hidden: Grant['resources'][string]['fields'][string] = { form: 'WITHHELD', uses: ['JOIN'] };

/** All that may be, but for what the column set and the row scope say. */
function resourcesOf({
  set: { granted },
  scope: { rows, minors },
}: Permission): Grant['resources'] {
  return {
    Person: {
      reach: ['LOOKUP', 'LIST', 'LINKED', 'VERIFY'],
      fields: {
        ...(granted && { number: granted }),
        name: { uses: ['VERIFY', 'FILTER'] },
        family: { uses: ['JOIN'] },
      },
      links: ['account', 'cars'],
      ...(rows && { rows }),
      ...(minors !== undefined && { minors }),
    },
    Car: {
      reach: ['LIST', 'LINKED'],
      fields: { plate: {}, ownerNumber: hidden },
      links: ['owner'],
    },
    Account: { reach: ['LINKED'], fields: { bank: {}, holder: hidden } },
    Family: { reach: ['LIST'], fields: { code: { uses: ['JOIN'] } }, links: ['members'] },
  };
}

function rulesOf({ purpose, set, scope }: Permission): Rules {
  const concerned = { purpose, resource: 'Person' };
  const rules: Rules = [];
  if (set.rule) rules.push({ id: `C-${purpose}`, ...concerned, field: 'number', ...set.rule });
  if (scope.rule) rules.push({ id: `R-${purpose}`, ...concerned, kind: 'ROWS', rows: scope.rule });
  return rules;
}

/** A grant to one client for each permission. */
export function peoplePolicy(permissions: readonly Permission[]): string {
  const policy: PolicySeedInput = {
    clients: [{ id: 'asker', agency: 'a', attributes, keys: [keyOf('asker').registered] }],
    grants: permissions.map((permission) => ({
      id: `G-${permission.purpose}`,
      client: 'asker',
      purpose: permission.purpose,
      validUntil,
      resources: resourcesOf(permission),
    })),
    rules: permissions.flatMap(rulesOf),
  };
  return JSON.stringify(policy);
}
