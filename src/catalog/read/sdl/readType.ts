import { Kind, type TypeNode } from 'graphql';

/** Reads the name of a field's type, whether it may be null, and whether it is a list. */
export function readType(type: TypeNode): {
  readonly name: string;
  readonly nullable: boolean;
  readonly isList: boolean;
} {
  const nullable = type.kind !== Kind.NON_NULL_TYPE;
  const inner = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
  if (inner.kind === Kind.LIST_TYPE) {
    return { name: readType(inner.type).name, nullable, isList: true };
  }
  return { name: inner.name.value, nullable, isList: false };
}
