import { Field, Int, ObjectType } from 'type-graphql';

import {
  damagedParts,
  damageKinds,
  type Damage,
  type DamageKind,
} from '../../record/verify/damage.js';
import { enumOf } from '../enumOf.js';

const damageKindEnum = enumOf(damageKinds, {
  name: 'DamageKind',
  description: 'What became of an entry of the record',
});

const damagedPartEnum = enumOf(damagedParts, {
  name: 'DamagedPart',
  description:
    'What of the record is damaged: a line, a segment as a whole, the seals, the head, or the mark of what is kept',
});

@ObjectType('Damage', { description: 'What is wrong with the record, and where' })
export class DamageType {
  @Field(() => damageKindEnum)
  kind!: DamageKind;

  @Field(() => damagedPartEnum)
  part!: Damage['part'];

  @Field(() => Int, {
    nullable: true,
    description: 'The segment, from 1; of a mark, the one that it should name; null: head or seals',
  })
  segment!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The place of the first entry; null: head, seals or mark',
  })
  seq!: number | null;

  @Field(() => Int, { nullable: true, description: 'The line of its file, from 1; null: none' })
  line!: number | null;

  @Field(() => Int, { description: 'How many entries, one after the other' })
  count!: number;
}

@ObjectType('RecordReport', { description: 'Whether the record is what the gateway wrote' })
export class RecordReportType {
  @Field(() => Boolean)
  sound!: boolean;

  @Field(() => Int, { description: 'Segments, the open one among them' })
  segments!: number;

  @Field(() => Int)
  lines!: number;

  @Field(() => Int, { description: 'Lines that are archived, and were not verified' })
  archived!: number;

  @Field(() => String, { description: 'The hash of the last line: keep it elsewhere' })
  head!: string;

  @Field(() => [DamageType])
  damages!: readonly DamageType[];
}
