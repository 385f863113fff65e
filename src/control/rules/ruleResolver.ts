import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { EntityManager } from 'typeorm';

import type { AdminContext } from '../adminContext.js';
import { ApplicationEntity } from '../applications/applicationEntity.js';
import { jsonObject } from '../jsonObject.js';
import { change, type Change } from '../workflow/change.js';
import { nextId } from '../workflow/nextId.js';
import { refusalOf } from '../workflow/refusalOf.js';

import { checkRule } from './checkRule.js';
import { RuleEntity } from './ruleEntity.js';
import { RuleType } from './ruleType.js';

/** Roles are checked before forms, so the body may still be anything. */
function changeOf({ id, body }: RuleEntity): Change<RuleType> {
  const resource = body['resource'];
  const resources = typeof resource === 'string' ? [resource] : [];
  return { target: id, resources, suspends: body['kind'] === 'SUSPEND', result: { id, body } };
}

/** A rule for a purpose that nobody applied for would restrict no one, and say so to no one. */
async function checkPurpose(
  manager: EntityManager,
  { client, purpose }: Record<string, unknown>,
): Promise<void> {
  if (typeof purpose !== 'string') return;
  const where = { purpose, ...(typeof client === 'string' && { client }) };
  if (await manager.existsBy(ApplicationEntity, where)) return;
  throw refusalOf('no application has the purpose of the rule, so it would restrict nobody');
}

/** The rules by which administrators tighten what is granted. */
@Resolver()
export class RuleResolver {
  @Query(() => [RuleType])
  rules(@Ctx() { control }: AdminContext): Promise<RuleType[]> {
    return control.store.read((manager) => manager.find(RuleEntity, { order: { id: 'ASC' } }));
  }

  @Mutation(() => RuleType)
  addRule(
    @Arg('rule', () => jsonObject, {
      description: 'In the form of the seed file, without id',
    })
    stated: Record<string, unknown>,
    @Ctx() context: AdminContext,
  ): Promise<RuleType> {
    return change(context, 'addRule', async (manager) => {
      await checkPurpose(manager, stated);
      const id = await nextId(manager, RuleEntity, 'R');
      const rule = { id, body: { ...stated, id } };
      await manager.insert(RuleEntity, rule);
      return {
        ...changeOf(rule),
        check: (left) => {
          checkRule(left, context.catalog, id);
        },
      };
    });
  }

  @Mutation(() => RuleType)
  removeRule(@Arg('id', () => ID) id: string, @Ctx() context: AdminContext): Promise<RuleType> {
    return change(context, 'removeRule', async (manager) => {
      const rule = await manager.findOneBy(RuleEntity, { id });
      if (!rule) throw refusalOf('no such rule');
      await manager.delete(RuleEntity, { id });
      return changeOf(rule);
    });
  }
}
