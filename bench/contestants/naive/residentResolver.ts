import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';

import { CompanyPage } from './companyPage.js';
import { Division } from './division.js';
import type { NaiveContext } from './naiveContext.js';
import { Resident } from './resident.js';
import { ResidentPage } from './residentPage.js';

@Resolver(() => Resident)
export class ResidentResolver {
  @Query(() => Resident, { nullable: true })
  resident(
    @Arg('idNo', () => ID) idNo: string,
    @Ctx() { residents }: NaiveContext,
  ): Promise<Resident | null> {
    return residents.findOneBy({ idNo });
  }

  @Query(() => ResidentPage)
  async residents(
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Ctx() { residents }: NaiveContext,
  ): Promise<ResidentPage> {
    return { nodes: await residents.find({ order: { rowId: 'ASC' }, take: first }) };
  }

  @FieldResolver(() => Division, { nullable: true })
  division(
    @Root() { divisionCode }: Resident,
    @Ctx() { divisions }: NaiveContext,
  ): Promise<Division | null> {
    return divisions.load(divisionCode);
  }
  @FieldResolver(() => CompanyPage, { nullable: true })
  async companies(
    @Root() { idNo }: Resident,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Ctx() { companiesByLegalRep }: NaiveContext,
  ): Promise<CompanyPage> {
    return { nodes: (await companiesByLegalRep.load(idNo)).slice(0, first) };
  }
}
