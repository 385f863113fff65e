import { Kind, type TypeNode } from 'graphql';

/** Reads the name of a field's type, whether it may be null, and whether it is a list, and of what. */
export function readType(type: TypeNode): {
  readonly name: string;
  readonly nullable: boolean;
  readonly isList: boolean;
  /** Of a list, whether its elements are stated to be there, and are none themselves. */
  readonly isOfValues: boolean;
} {
  const nullable = type.kind !== Kind.NON_NULL_TYPE;
  const inner = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
  if (inner.kind === Kind.LIST_TYPE) {
    const elements = readType(inner.type);
    const isOfValues = !elements.nullable && !elements.isList;
    return { name: elements.name, nullable, isList: true, isOfValues };
  }
  return { name: inner.name.value, nullable, isList: false, isOfValues: false };
}
