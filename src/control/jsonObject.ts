import {
  GraphQLError,
  GraphQLScalarType,
  Kind,
  type ObjectValueNode,
  type ValueNode,
} from 'graphql';
import { GraphQLJSONObject } from 'graphql-scalars';
import type { Maybe } from 'type-graphql';

type Variables = Maybe<Readonly<Record<string, unknown>>>;

/** @param variables those of the request; undefined while the document is only validated */
function valueOf(node: ValueNode, variables: Variables): unknown {
  switch (node.kind) {
    case Kind.OBJECT:
      return objectOf(node, variables);
    case Kind.LIST:
      return node.values.map((item) => valueOf(item, variables));
    case Kind.VARIABLE: {
      const { value: name } = node.name;
      if (variables && !Object.hasOwn(variables, name)) {
        throw new GraphQLError(`Variable "$${name}" within an object must have a value.`);
      }
      return variables?.[name];
    }
    case Kind.INT:
    case Kind.FLOAT:
      return Number(node.value);
    case Kind.NULL:
      return null;
    case Kind.ENUM:
    case Kind.STRING:
    case Kind.BOOLEAN:
      return node.value;
  }
}

function objectOf({ fields }: ObjectValueNode, variables: Variables): object {
  return Object.fromEntries(
    fields.map(({ name, value }) => [name.value, valueOf(value, variables)]),
  );
}

/**
 * An object of JSON, of which a literal is what the same object in a variable is. The scalar of
 * graphql-scalars drops from a literal a name without quotes, and a variable that is absent: of a grant
 * that would be a condition which nobody notices is gone.
 */
export const jsonObject = new GraphQLScalarType<unknown, unknown>({
  ...GraphQLJSONObject.toConfig(),
  parseLiteral(node, variables) {
    if (node.kind !== Kind.OBJECT) throw new GraphQLError('An object must stand here.');
    return objectOf(node, variables);
  },
});
