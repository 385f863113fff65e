import type { PolicySeedInput } from '../../../src/control/policy/policySeed.js';
import type { BenchClient } from '../../contestants/tongdao/benchClient.js';

type Grant = PolicySeedInput['grants'][number];

/** For which of its two grants the client asks: `scoped` holds some of the children only. */
export type BigPurpose = 'all' | 'scoped';

const uses = ['LOOKUP', 'JOIN', 'FILTER', 'SORT', 'GROUP'] as const;

const withUses = (...names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, { uses: [...uses] }]));

function grant(id: string, client: string, purpose: BigPurpose, rows?: object): Grant {
  return {
    id,
    client,
    purpose,
    validUntil: '2099-12-31T23:59:59+08:00',
    resources: {
      Parent: {
        reach: ['LOOKUP', 'LIST', 'LINKED'],
        fields: withUses('id', 'name'),
        links: ['items'],
      },
      Item: {
        reach: ['LOOKUP', 'LIST', 'LINKED', 'STATISTICS'],
        fields: withUses(
          ...[
            'id',
            'parentId',
            'made',
            'seen',
            'score',
            'amount',
            'region',
            'status',
            'code',
            'title',
          ],
        ),
        links: ['tags'],
        ...(rows && { rows }),
      },
      Tag: { reach: ['LIST', 'LINKED'], fields: withUses('id', 'name') },
      ItemTag: { reach: ['LINKED'], fields: withUses('itemId', 'tagId') },
    },
  };
}

/** One client with two grants, in clear. */
export function bigPolicy({ id, key }: BenchClient): string {
  const policy: PolicySeedInput = {
    clients: [{ id, agency: 'bench', keys: [key] }],
    grants: [
      grant('G-ALL', id, 'all'),
      grant('G-SCOPED', id, 'scoped', { region: { eq: 7 }, status: { in: ['s1', 's2'] } }),
    ],
  };
  return JSON.stringify(policy);
}
