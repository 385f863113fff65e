import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { EntityManager } from 'typeorm';

import type { NeededApproval } from '../../policy/decide/approvalsNeeded.js';
import type { Approver } from '../../policy/model/grant.js';
import type { GrantId } from '../../shared/brand.js';
import type { AdminContext } from '../adminContext.js';
import type { AdministratorEntity } from '../administrators/administratorEntity.js';
import { ApplicationEntity } from '../applications/applicationEntity.js';
import { PolicyError } from '../policy/policyError.js';
import { change } from '../workflow/change.js';
import { refusalOf } from '../workflow/refusalOf.js';
import { nextStatus } from '../workflow/transitions.js';

import { ApprovalEntity } from './approvalEntity.js';
import { ApprovalType, NeededApprovalType } from './approvalType.js';
import { checkApproval } from './checkApproval.js';
import { checkGrant } from './checkGrant.js';
import { GrantEntity } from './grantEntity.js';
import { grantStates } from './grantStates.js';
import { GrantType } from './grantType.js';
import { readProposal } from './proposal.js';
import { told } from './told.js';

type Administrator = Pick<AdministratorEntity, 'id' | 'agency' | 'role'>;

function isFor({ role, agency }: NeededApproval, given: Pick<ApprovalEntity, 'role' | 'agency'>) {
  return role === given.role && (agency === null || agency === given.agency);
}

const missing = (
  needed: readonly NeededApproval[],
  given: readonly Pick<ApprovalEntity, 'role' | 'agency'>[],
) => needed.filter((one) => !given.some((act) => isFor(one, act)));

async function proposalOf(manager: EntityManager, grant: GrantEntity, context: AdminContext) {
  const { id, client, purpose, validUntil, resources } = grant;
  const application = await manager.findOneBy(ApplicationEntity, { client, purpose });
  const scenario = application?.scenario ?? null;
  return readProposal({ id, client, purpose, scenario, validUntil, resources }, context.catalog);
}

/** Which of the approvals that a grant waits for an administrator may give. */
function toGive(
  needed: readonly NeededApproval[],
  given: readonly ApprovalEntity[],
  { agency, role }: Administrator,
  ofCase: boolean,
): NeededApproval {
  const authority: Approver = ofCase ? 'CASE' : 'AUTHORITY';
  const act = { role: role === 'PROVIDER' ? 'PROVIDER' : authority, agency } as const;
  const waiting = missing(needed, given);
  const found = waiting.find((one) => isFor(one, act));
  if (found) return found;
  const named = waiting.map((one) => `${one.role}${one.agency ? ` of ${one.agency}` : ''}`);
  throw refusalOf(
    `the grant waits for no approval of ${act.role} of ${agency}, but of ${named.join(', ')}`,
  );
}

/** The approvals that a grant rests on. They are acts, each of a person of its own. */
@Resolver(() => GrantType)
export class ApprovalResolver {
  @FieldResolver(() => [ApprovalType])
  approvals(@Root() { id }: GrantType, @Ctx() { loaders }: AdminContext) {
    return loaders.approvalsOfGrant.load(id);
  }

  @FieldResolver(() => [NeededApprovalType], {
    nullable: true,
    description: 'The approvals that it waits for; null where it does not fit the catalog any more',
  })
  async waitsFor(
    @Root() { id, status }: GrantType,
    @Ctx() context: AdminContext,
  ): Promise<readonly NeededApproval[] | null> {
    if (status !== 'PENDING') return [];
    const given = await context.loaders.approvalsOfGrant.load(id);
    return context.control.store.read(async (manager) => {
      const grant = await manager.findOneByOrFail(GrantEntity, { id });
      try {
        return missing((await proposalOf(manager, grant, context)).needed, given);
      } catch (error) {
        if (error instanceof PolicyError) return null;
        throw error;
      }
    });
  }

  @Mutation(() => GrantType, {
    description:
      'Approves of a grant for one’s own agency or, as the authority, for the city. The grant is ACTIVE once all approvals stand, each of another administrator, none of them who made it',
  })
  approveGrant(
    @Arg('id', () => ID) id: string,
    @Arg('number', () => String, { description: 'As the office numbers its acts' }) number: string,
    @Arg('ofCase', () => Boolean, {
      defaultValue: false,
      description: 'That it is the approval of the single case, which IMPORTANT data needs',
    })
    ofCase: boolean,
    @Ctx() context: AdminContext,
  ): Promise<GrantType> {
    return change(context, 'approveGrant', async (manager) => {
      const { administrator, catalog } = context;
      const trimmed = number.trim();
      if (trimmed === '' || number.length > 100) {
        throw refusalOf('the number of an act has 1 to 100 characters');
      }
      const grant = await manager.findOneBy(GrantEntity, { id });
      if (!grant) throw refusalOf('no such grant');
      const status = nextStatus(grantStates.approveGrant, 'the grant', told(grant).status);
      const given = await manager.findBy(ApprovalEntity, { grant: id });
      const involved = [grant.createdBy, ...given.map((act) => act.administrator)];
      if (involved.includes(administrator.id)) {
        throw refusalOf(
          'you made the grant or approved of it already; each approval is an act of another administrator',
        );
      }
      const { needed, approved } = await proposalOf(manager, grant, context);
      const { role, resources } = toGive(needed, given, administrator, ofCase);
      const act = {
        grant: id,
        role,
        agency: administrator.agency,
        administrator: administrator.id,
        number: trimmed,
        at: new Date().toISOString(),
        resources,
      };
      await manager.insert(ApprovalEntity, act);
      const isActive = missing(needed, [...given, act]).length === 0;
      if (isActive) {
        await manager.update(GrantEntity, { id }, { status });
        grant.status = status;
      }
      return {
        target: id,
        says: `${role} for ${resources.join(' ')} by act ${trimmed}`,
        resources,
        suspends: false,
        result: told(grant),
        ...(!isActive && { proposes: approved }),
        check: (left) => {
          checkGrant(left, catalog, id as GrantId);
          checkApproval(left, catalog, id as GrantId, grant.acceptsCombinations);
        },
      };
    });
  }
}
