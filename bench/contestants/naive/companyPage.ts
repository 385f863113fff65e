import { Field, ObjectType } from 'type-graphql';

import { Company } from './company.js';

@ObjectType({ simpleResolvers: true })
export class CompanyPage {
  @Field(() => [Company])
  declare readonly nodes: readonly Company[];
}
