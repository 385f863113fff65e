import {
  GraphQLBoolean,
  GraphQLID,
  GraphQLInt,
  GraphQLString,
  Kind,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from 'graphql';

type Variables = Readonly<Record<string, unknown>>;

type Test = (value: unknown) => boolean;

const isText: Test = (value) => typeof value === 'string';
const [least, greatest] = [-(2 ** 31), 2 ** 31 - 1];

/** The scalars whose values stay as they are in the form in which they mostly come. */
const tests = new Map<unknown, Test>([
  [GraphQLID, isText],
  [GraphQLString, isText],
  [GraphQLBoolean, (value) => typeof value === 'boolean'],
  [
    GraphQLInt,
    (value) => Number.isInteger(value) && Number(value) >= least && Number(value) <= greatest,
  ],
]);

interface PlainVariable {
  readonly name: string;
  readonly isNonNull: boolean;
  readonly test: Test;
}

function plainVariable(
  { type, variable, defaultValue }: VariableDefinitionNode,
  schema: GraphQLSchema,
): PlainVariable | null {
  const isNonNull = type.kind === Kind.NON_NULL_TYPE;
  const named = isNonNull ? type.type : type;
  if (named.kind !== Kind.NAMED_TYPE || defaultValue) return null;
  const test = tests.get(schema.getType(named.name.value));
  return test ? { name: variable.name.value, isNonNull, test } : null;
}

interface Known {
  readonly schema: GraphQLSchema;
  /** Null where one of them is not plain. */
  readonly variables: readonly PlainVariable[] | null;
}

const knownOf = new WeakMap<OperationDefinitionNode, Known>();

function plainVariablesOf(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
): Known['variables'] {
  const known = knownOf.get(operation);
  if (known?.schema === schema) return known.variables;
  const definitions = operation.variableDefinitions ?? [];
  const plain = definitions.flatMap((definition) => plainVariable(definition, schema) ?? []);
  const variables = plain.length === definitions.length ? plain : null;
  knownOf.set(operation, { schema, variables });
  return variables;
}

/**
 * The variables of a request, where each is of a scalar that GraphQL itself has, and came in its usual form: as
 * graphql-js coerces them, which takes longer. Null where anything is otherwise.
 */
export function coercePlain(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  raw: Variables,
): Variables | null {
  const variables = plainVariablesOf(schema, operation);
  if (!variables) return null;
  const coerced: Record<string, unknown> = {};
  for (const { name, isNonNull, test } of variables) {
    if (!Object.hasOwn(raw, name)) {
      if (isNonNull) return null;
      continue;
    }
    const value = raw[name];
    if (value === null ? isNonNull : !test(value)) return null;
    coerced[name] = value;
  }
  return coerced;
}
