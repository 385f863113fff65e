import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';

import { ExchangeError } from '../../errors/exchangeError.js';
import type { GrantId } from '../../shared/brand.js';
import type { AdminContext } from '../adminContext.js';
import { ApplicationEntity } from '../applications/applicationEntity.js';
import { change, refusalOf, type Change } from '../workflow/change.js';
import { nextId } from '../workflow/nextId.js';

import { checkApproval } from './checkApproval.js';
import { CreateGrantInput } from './createGrantInput.js';
import { GrantEntity, type GrantStatus } from './grantEntity.js';
import { GrantType } from './grantType.js';

/** The ways from status to status; from REVOKED there is none. */
const ways = {
  suspendGrant: { from: ['ACTIVE'], to: 'SUSPENDED' },
  resumeGrant: { from: ['SUSPENDED'], to: 'ACTIVE' },
  revokeGrant: { from: ['ACTIVE', 'SUSPENDED'], to: 'REVOKED' },
} as const satisfies Readonly<
  Record<string, { readonly from: readonly GrantStatus[]; readonly to: GrantStatus }>
>;

function changeOf(grant: GrantEntity, suspends: boolean): Change<GrantType> {
  return { target: grant.id, resources: Object.keys(grant.resources), suspends, result: grant };
}

function move(
  context: AdminContext,
  action: keyof typeof ways,
  id: string,
  reason: string | null = null,
): Promise<GrantType> {
  return change(context, action, async (manager) => {
    const grant = await manager.findOneBy(GrantEntity, { id });
    if (!grant) throw refusalOf('no such grant');
    const { from, to } = ways[action];
    if (!from.some((status) => status === grant.status)) {
      throw refusalOf(`the grant is ${grant.status}, and not ${from.join(' or ')}`);
    }
    await manager.update(GrantEntity, { id }, { status: to, reason });
    return changeOf(Object.assign(grant, { status: to, reason }), to === 'SUSPENDED');
  });
}

/** Changes of what is approved. */
@Resolver()
export class GrantResolver {
  @Mutation(() => GrantType)
  createGrant(
    @Arg('input', () => CreateGrantInput) input: CreateGrantInput,
    @Ctx() context: AdminContext,
  ): Promise<GrantType> {
    return change(context, 'createGrant', async (manager) => {
      const { client, purpose, scenario = null, validUntil, resources } = input;
      const id = await nextId(manager, GrantEntity);
      await manager.save(ApplicationEntity, { client, purpose, scenario });
      const status = 'ACTIVE' as const;
      const grant = { id, client, purpose, status, validUntil, resources, reason: null };
      await manager.save(GrantEntity, grant);
      return {
        ...changeOf(grant, false),
        check: (left) => {
          checkApproval(left, context.catalog, id as GrantId, input.acceptCombinations);
        },
      };
    });
  }

  @Mutation(() => GrantType)
  suspendGrant(@Arg('id', () => ID) id: string, @Ctx() context: AdminContext): Promise<GrantType> {
    return move(context, 'suspendGrant', id);
  }

  @Mutation(() => GrantType)
  resumeGrant(@Arg('id', () => ID) id: string, @Ctx() context: AdminContext): Promise<GrantType> {
    return move(context, 'resumeGrant', id);
  }

  @Mutation(() => GrantType, { description: 'For good: what was revoked is granted anew, or not' })
  revokeGrant(
    @Arg('id', () => ID) id: string,
    @Arg('reason', () => String) reason: string,
    @Ctx() context: AdminContext,
  ): Promise<GrantType> {
    if (reason.trim() === '' || reason.length > 500) {
      throw new ExchangeError('BAD_USER_INPUT', 'A reason has 1 to 500 characters.');
    }
    return move(context, 'revokeGrant', id, reason);
  }
}
