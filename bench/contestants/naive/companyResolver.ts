import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';

import { Company } from './company.js';
import { CompanyPage } from './companyPage.js';
import type { NaiveContext } from './naiveContext.js';
import { Resident } from './resident.js';

@Resolver(() => Company)
export class CompanyResolver {
  @Query(() => CompanyPage)
  async companies(
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Ctx() { companies }: NaiveContext,
  ): Promise<CompanyPage> {
    return { nodes: await companies.find({ order: { rowId: 'ASC' }, take: first }) };
  }

  @FieldResolver(() => Resident, { nullable: true })
  legalRep(
    @Root() { legalRepIdNo }: Company,
    @Ctx() { residentsByIdNo }: NaiveContext,
  ): Promise<Resident | null> {
    return residentsByIdNo.load(legalRepIdNo);
  }
}
