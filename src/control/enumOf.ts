import { registerEnumType } from 'type-graphql';

/** A list of names, registered as an enum of the schema. TypeGraphQL knows an enum by its object. */
export function enumOf<Name extends string>(
  names: readonly Name[],
  described: { readonly name: string; readonly description: string },
): Readonly<Record<Name, Name>> {
  const members = Object.fromEntries(names.map((name) => [name, name])) as Record<Name, Name>;
  registerEnumType(members, described);
  return members;
}
