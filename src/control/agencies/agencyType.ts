import { Field, ObjectType } from 'type-graphql';

@ObjectType('Agency', {
  description: 'A public agency, whose clients ask or whose administrators act',
})
export class AgencyType {
  @Field(() => String, { description: 'As `qd-public-security`' })
  code!: string;

  @Field(() => String)
  name!: string;
}
