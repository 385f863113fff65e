import { Field, InputType } from 'type-graphql';
import { z } from 'zod';

import { columnText } from '../columnText.js';

import type { AgencyKind } from './agencyKind.js';
import { agencyKindEnum } from './agencyType.js';

@InputType({ description: 'A public agency to be registered' })
export class RegisterAgencyInput {
  static readonly form = z.object({
    code: columnText(1, 100),
    name: columnText(1, 200),
    creditCode: columnText(1, 100),
    parent: columnText(1, 100).nullish(),
  });

  @Field(() => String, { description: 'As `qd-public-security`' })
  code!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { description: 'Its unified social credit code, 18 characters' })
  creditCode!: string;

  @Field(() => agencyKindEnum)
  kind!: AgencyKind;

  @Field(() => String, { nullable: true, description: 'The code of the agency that it belongs to' })
  parent?: string | null;
}
