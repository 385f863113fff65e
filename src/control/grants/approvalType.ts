import { Field, ObjectType } from 'type-graphql';

import { approvers, type Approver } from '../../policy/model/grant.js';
import { enumOf } from '../enumOf.js';

export const approverEnum = enumOf(approvers, {
  name: 'Approver',
  description: 'Who approves: the provider of a resource, the authority, or that of a single case',
});

@ObjectType('Approval', { description: 'The act by which somebody approved of a grant' })
export class ApprovalType {
  @Field(() => approverEnum)
  role!: Approver;

  @Field(() => String, { description: 'The code of the agency that approved' })
  agency!: string;

  @Field(() => String, { description: 'Who gave it; never who made the grant' })
  administrator!: string;

  @Field(() => String, { description: 'As the office numbers its acts' })
  number!: string;

  @Field(() => String, { description: 'ISO 8601 in UTC' })
  at!: string;

  @Field(() => [String], { description: 'The resources that it is about' })
  resources!: readonly string[];
}

@ObjectType('NeededApproval', { description: 'An approval that a grant waits for' })
export class NeededApprovalType {
  @Field(() => approverEnum)
  role!: Approver;

  @Field(() => String, { nullable: true, description: 'Whose it is; null: the authority’s' })
  agency!: string | null;

  @Field(() => [String])
  resources!: readonly string[];
}
