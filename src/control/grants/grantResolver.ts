import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { In } from 'typeorm';

import { ExchangeError } from '../../errors/exchangeError.js';
import type { GrantId } from '../../shared/brand.js';
import type { AdminContext } from '../adminContext.js';
import { ApplicationEntity } from '../applications/applicationEntity.js';
import { ClientType } from '../clients/clientType.js';
import { change, type Change } from '../workflow/change.js';
import { nextId } from '../workflow/nextId.js';
import { refusalOf } from '../workflow/refusalOf.js';
import { nextStatus } from '../workflow/transitions.js';

import { checkApproval } from './checkApproval.js';
import { checkGrant } from './checkGrant.js';
import { CreateGrantInput } from './createGrantInput.js';
import { describeGrant } from './describeGrant.js';
import { GrantEntity } from './grantEntity.js';
import { grantStates, type ToldStatus } from './grantStates.js';
import { grantStatusEnum, GrantType } from './grantType.js';
import { readProposal } from './proposal.js';
import { told } from './told.js';

function changeOf(grant: GrantEntity, suspends: boolean): Change<GrantType> {
  const resources = Object.keys(grant.resources);
  return { target: grant.id, resources, suspends, result: told(grant) };
}

function changeStatus(
  context: AdminContext,
  action: keyof typeof grantStates,
  id: string,
  reason: string | null = null,
): Promise<GrantType> {
  return change(context, action, async (manager) => {
    const grant = await manager.findOneBy(GrantEntity, { id });
    if (!grant) throw refusalOf('no such grant');
    const status = nextStatus(grantStates[action], 'the grant', told(grant).status);
    await manager.update(GrantEntity, { id }, { status, reason });
    return changeOf(Object.assign(grant, { status, reason }), status === 'SUSPENDED');
  });
}

/** What is approved of applications. */
@Resolver(() => GrantType)
export class GrantResolver {
  @Query(() => [GrantType])
  async grants(
    @Ctx() { control }: AdminContext,
    @Arg('client', () => ID, { nullable: true }) client?: string,
    @Arg('status', () => grantStatusEnum, { nullable: true }) status?: ToldStatus,
  ): Promise<GrantType[]> {
    // A null is no condition here, and TypeORM would refuse it.
    const where = { ...(client && { client }) };
    const all = await control.store.read((manager) =>
      manager.find(GrantEntity, { where, order: { id: 'ASC' } }),
    );
    return all.map(told).filter((grant) => !status || grant.status === status);
  }

  @FieldResolver(() => ClientType, { nullable: true })
  client(@Root() { client }: GrantType, @Ctx() { loaders }: AdminContext) {
    return loaders.client.load(client);
  }

  @Mutation(() => GrantType, {
    description:
      'It is in force at once, or PENDING until those have approved whom its levels name',
  })
  createGrant(
    @Arg('input', () => CreateGrantInput) input: CreateGrantInput,
    @Ctx() context: AdminContext,
  ): Promise<GrantType> {
    return change(context, 'createGrant', async (manager) => {
      const { client, purpose, scenario = null, validUntil } = input;
      if (Date.parse(validUntil) <= Date.now()) {
        throw refusalOf('`validUntil` has passed already; a grant ends in the future');
      }
      const waiting = { client, purpose, status: In(['PENDING', 'SUSPENDED']) };
      if (await manager.existsBy(GrantEntity, waiting)) {
        // Its scenario is that of the application, which would be replaced below what was approved.
        throw refusalOf('its client has a grant of this purpose that is PENDING or SUSPENDED');
      }
      const id = await nextId(manager, GrantEntity, 'G');
      const stated = { id, client, purpose, scenario, validUntil, resources: input.resources };
      const { seed, resources, needed, approved } = readProposal(stated, context.catalog);
      await manager.save(ApplicationEntity, { client, purpose, scenario });
      const isActive = needed.length === 0;
      const grant: GrantEntity = {
        id,
        client,
        purpose,
        status: isActive ? 'ACTIVE' : 'PENDING',
        validUntil,
        resources,
        reason: null,
        createdBy: context.administrator.id,
        acceptsCombinations: input.acceptCombinations,
      };
      await manager.save(GrantEntity, grant);
      return {
        ...changeOf(grant, false),
        says: describeGrant(seed),
        ...(!isActive && { proposes: approved }),
        check: (left) => {
          checkGrant(left, context.catalog, id as GrantId);
          checkApproval(left, context.catalog, id as GrantId, input.acceptCombinations);
        },
      };
    });
  }

  @Mutation(() => GrantType)
  suspendGrant(@Arg('id', () => ID) id: string, @Ctx() context: AdminContext): Promise<GrantType> {
    return changeStatus(context, 'suspendGrant', id);
  }

  @Mutation(() => GrantType)
  resumeGrant(@Arg('id', () => ID) id: string, @Ctx() context: AdminContext): Promise<GrantType> {
    return changeStatus(context, 'resumeGrant', id);
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
    return changeStatus(context, 'revokeGrant', id, reason);
  }
}
