import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { Division } from './division.js';
import type { NaiveContext } from './naiveContext.js';
import { Province } from './province.js';

@Resolver(() => Division)
export class DivisionResolver {
  @FieldResolver(() => Province, { nullable: true })
  async province(
    @Root() { provinceCode }: Division,
    @Ctx() { provinces }: NaiveContext,
  ): Promise<Province | null> {
    return provinceCode === null ? null : provinces.load(provinceCode);
  }
}
