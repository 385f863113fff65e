import type { ApprovalSeed } from '../policy/grantSeed.js';

import type { ApprovalEntity } from './approvalEntity.js';

type Approval = Pick<ApprovalEntity, 'role' | 'agency' | 'number' | 'at' | 'resources'>;

/** The form of the parts of a grant that an approval stands in. */
interface GrantedResource {
  readonly fields: Readonly<Record<string, object>>;
}

/**
 * What a grant gives, with the acts that approve of it: each stands at all fields of the resources
 * that it is about.
 *
 * @param resources in the form of the seed file, checked
 */
export function withApprovals(
  resources: Readonly<Record<string, unknown>>,
  approvals: readonly Approval[],
): Record<string, unknown> {
  if (approvals.length === 0) return { ...resources };
  return Object.fromEntries(
    Object.entries(resources as Readonly<Record<string, GrantedResource>>).map(([name, given]) => {
      const approvedBy = approvals
        .filter(({ resources: about }) => about.includes(name))
        .map(({ role, number, at, agency }): ApprovalSeed => ({
          role,
          number,
          date: at.slice(0, 10),
          office: agency,
        }));
      const fields = Object.entries(given.fields).map(
        ([field, stated]) => [field, { ...stated, approvedBy }] as const,
      );
      return [
        name,
        approvedBy.length > 0 ? { ...given, fields: Object.fromEntries(fields) } : given,
      ];
    }),
  );
}
