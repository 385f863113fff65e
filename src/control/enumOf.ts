/** A list of names as the enum object that TypeGraphQL registers. */
export function enumOf<Name extends string>(names: readonly Name[]): Readonly<Record<Name, Name>> {
  return Object.fromEntries(names.map((name) => [name, name])) as Record<Name, Name>;
}
