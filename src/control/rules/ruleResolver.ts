import { GraphQLJSONObject } from 'graphql-scalars';
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';

import type { AdminContext } from '../adminContext.js';
import { change, refusalOf, type Change } from '../workflow/change.js';
import { nextId } from '../workflow/nextId.js';

import { RuleEntity } from './ruleEntity.js';
import { RuleType } from './ruleType.js';

/** A rule's body has no form yet where a change is refused for its role. */
function changeOf({ id, body }: RuleEntity): Change<RuleType> {
  const resource = body['resource'];
  const resources = typeof resource === 'string' ? [resource] : [];
  return { target: id, resources, suspends: body['kind'] === 'SUSPEND', result: { id, body } };
}

/** Changes of the rules by which administrators tighten what is granted. */
@Resolver()
export class RuleResolver {
  @Mutation(() => RuleType)
  addRule(
    @Arg('rule', () => GraphQLJSONObject, {
      description: 'In the form of the seed file, without id',
    })
    stated: Record<string, unknown>,
    @Ctx() context: AdminContext,
  ): Promise<RuleType> {
    return change(context, 'addRule', async (manager) => {
      const id = await nextId(manager, RuleEntity);
      const rule = { id, body: { ...stated, id } };
      await manager.insert(RuleEntity, rule);
      return changeOf(rule);
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
