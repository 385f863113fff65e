import {
  isNonNullType,
  isRequiredArgument,
  Kind,
  type FieldNode,
  type GraphQLArgument,
  type GraphQLField,
} from 'graphql';

import type { Variables } from './bindVariables.js';

interface PlainArgument {
  readonly name: string;
  readonly variable: string;
  readonly isNonNull: boolean;
}

interface Known {
  readonly field: GraphQLField<unknown, unknown>;
  /** Null where one of them is no variable, or has a default. */
  readonly given: readonly PlainArgument[] | null;
}

const knownOf = new WeakMap<FieldNode, Known>();

function plainArgument(argument: GraphQLArgument, node: FieldNode): PlainArgument | null {
  const given = node.arguments?.find(({ name: { value } }) => value === argument.name);
  if (given?.value.kind !== Kind.VARIABLE || argument.defaultValue !== undefined) return null;
  const variable = given.value.name.value;
  return { name: argument.name, variable, isNonNull: isNonNullType(argument.type) };
}

/** Whether an argument is left out, and then has no value. */
function isLeftOut(argument: GraphQLArgument, node: FieldNode): boolean {
  const isGiven = node.arguments?.some(({ name: { value } }) => value === argument.name) ?? false;
  return !isGiven && argument.defaultValue === undefined && !isRequiredArgument(argument);
}

function plainArgumentsOf(field: GraphQLField<unknown, unknown>, node: FieldNode): Known['given'] {
  const known = knownOf.get(node);
  if (known?.field === field) return known.given;
  const stated = field.args.filter((argument) => !isLeftOut(argument, node));
  const plain = stated.flatMap((argument) => plainArgument(argument, node) ?? []);
  const given = plain.length === stated.length ? plain : null;
  knownOf.set(node, { field, given });
  return given;
}

/**
 * The arguments of a field, where all that are given are variables that have values: as graphql-js gives them,
 * which takes longer. Null where anything is otherwise.
 */
export function plainArguments(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: Variables,
): Readonly<Record<string, unknown>> | null {
  const given = plainArgumentsOf(field, node);
  if (!given) return null;
  const values: Record<string, unknown> = {};
  for (const { name, variable, isNonNull } of given) {
    if (!Object.hasOwn(variables, variable)) return null;
    const value = variables[variable];
    if (isNonNull && value == null) return null;
    values[name] = value;
  }
  return values;
}
