import { Field, Int, ObjectType } from 'type-graphql';

import { damageKinds, type DamageKind } from '../../record/verify/damage.js';
import { enumOf } from '../enumOf.js';

const damageKindEnum = enumOf(damageKinds, {
  name: 'DamageKind',
  description: 'What became of an entry of the record',
});

@ObjectType('Damage', { description: 'What is wrong with the record, and where' })
export class DamageType {
  @Field(() => damageKindEnum)
  kind!: DamageKind;

  @Field(() => Int, { nullable: true, description: 'The place of the first entry; null: the head' })
  seq!: number | null;

  @Field(() => Int, { nullable: true, description: 'The line, from 1; null: the head' })
  line!: number | null;

  @Field(() => Int, { description: 'How many entries, one after the other' })
  count!: number;
}

@ObjectType('RecordReport', { description: 'Whether the record is what the gateway wrote' })
export class RecordReportType {
  @Field(() => Boolean)
  sound!: boolean;

  @Field(() => Int)
  lines!: number;

  @Field(() => String, { description: 'The hash of the last line: keep it elsewhere' })
  head!: string;

  @Field(() => [DamageType])
  damages!: readonly DamageType[];
}
