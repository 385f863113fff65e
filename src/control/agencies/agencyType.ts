import { Field, ObjectType } from 'type-graphql';

import { enumOf } from '../enumOf.js';

import { agencyKinds, type AgencyKind } from './agencyKind.js';

export const agencyKindEnum = enumOf(agencyKinds, {
  name: 'AgencyKind',
  description: 'What a public agency is by law',
});

@ObjectType('Agency', {
  description: 'A public agency, whose clients ask or whose administrators act',
})
export class AgencyType {
  @Field(() => String, { description: 'As `qd-public-security`' })
  code!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Its unified social credit code; null for one that the policy file alone names',
  })
  creditCode!: string | null;

  @Field(() => agencyKindEnum, { nullable: true })
  kind!: AgencyKind | null;

  @Field(() => String, { nullable: true, description: 'The code of the agency that it belongs to' })
  parent!: string | null;
}
