import { Field, ObjectType } from 'type-graphql';

import { Resident } from './resident.js';

@ObjectType({ simpleResolvers: true })
export class ResidentPage {
  @Field(() => [Resident])
  declare readonly nodes: readonly Resident[];
}
