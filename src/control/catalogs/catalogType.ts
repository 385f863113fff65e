import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType('Item', { description: 'An item of a resource, and how it is governed' })
export class ItemType {
  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  description!: string | null;

  @Field(() => String)
  type!: string;

  @Field(() => String, { description: 'The share attribute: UNCONDITIONAL, CONDITIONAL, NONE' })
  share!: string;

  @Field(() => String)
  level!: string;

  @Field(() => String)
  category!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The mask that it is shown under unless clear was approved, as `KEEP(2,3)`',
  })
  mask!: string | null;
}

@ObjectType('Resource', { description: 'An information resource: a table that an agency offers' })
export class ResourceType {
  @Field(() => ID)
  name!: string;

  @Field(() => String)
  code!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  share!: string;

  @Field(() => String)
  level!: string;

  @Field(() => [ItemType])
  fields!: readonly ItemType[];

  @Field(() => [String], { description: 'The links that lead to other resources' })
  links!: readonly string[];
}

@ObjectType('Catalog', { description: 'What one agency offers' })
export class CatalogType {
  @Field(() => String, { description: 'The code of the agency' })
  agency!: string;

  @Field(() => [ResourceType])
  resources!: readonly ResourceType[];
}
