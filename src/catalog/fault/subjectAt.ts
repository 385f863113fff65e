import { isTypeDefinitionNode, Kind, type DefinitionNode, type DocumentNode } from 'graphql';

/** What a fault is about. */
export interface Subject {
  readonly type: string;
  /** Null where it is about the type as a whole. */
  readonly field: string | null;
  /** The column that the field states; null where it is called as the field is. */
  readonly held: string | null;
}

type Named = {
  readonly name: { readonly value: string };
  readonly loc?: { readonly start: number; readonly end: number } | undefined;
};

const holds =
  (position: number) =>
  ({ loc }: Pick<Named, 'loc'>): boolean =>
    loc !== undefined && position >= loc.start && position < loc.end;

function itemsOf(definition: DefinitionNode) {
  if (definition.kind === Kind.OBJECT_TYPE_DEFINITION) return definition.fields ?? [];
  return definition.kind === Kind.ENUM_TYPE_DEFINITION ? (definition.values ?? []) : [];
}

/** The type, and the field or the value of it, in which a place of a document is; null where it is in none. */
export function subjectAt({ definitions }: DocumentNode, position: number): Subject | null {
  const definition = definitions.find(holds(position));
  if (!definition || !isTypeDefinitionNode(definition)) return null;
  const item = itemsOf(definition).find(holds(position));
  const column = item?.directives?.find((directive) => directive.name.value === 'column');
  const held = column?.arguments?.find((argument) => argument.name.value === 'name')?.value;
  return {
    type: definition.name.value,
    field: item?.name.value ?? null,
    held: held?.kind === Kind.STRING ? held.value : null,
  };
}
