import { Ctx, Query, Resolver } from 'type-graphql';

import type { AdminContext } from '../adminContext.js';

import { ApplicationEntity } from './applicationEntity.js';
import { ApplicationType } from './applicationType.js';

@Resolver()
export class ApplicationResolver {
  @Query(() => [ApplicationType])
  applications(@Ctx() { control }: AdminContext): Promise<ApplicationType[]> {
    return control.store.read((manager) =>
      manager.find(ApplicationEntity, { order: { client: 'ASC', purpose: 'ASC' } }),
    );
  }
}
