import { Field, ID, ObjectType } from 'type-graphql';

import { enumOf } from '../enumOf.js';
import { roles, type Role } from '../roles/role.js';

const roleEnum = enumOf(roles, { name: 'Role', description: 'What an administrator may do' });

@ObjectType('Administrator', { description: 'Who may read or change all this' })
export class AdministratorType {
  @Field(() => ID)
  id!: string;

  /** The agency's code; the field `agency` of the schema is a relation. */
  agency!: string;

  @Field(() => roleEnum)
  role!: Role;

  @Field(() => String, { description: 'The name of the key that its tokens are signed by' })
  kid!: string;
}
