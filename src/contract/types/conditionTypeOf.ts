import {
  GraphQLBoolean,
  GraphQLInputObjectType,
  GraphQLList,
  GraphQLNonNull,
  type GraphQLInputType,
  type GraphQLScalarType,
} from 'graphql';

import type { Field } from '../../catalog/model/catalog.js';
import type { ScalarName } from '../../mask/scalarName.js';
import { operators, operatorsOf } from '../../policy/model/operators.js';
import type { Storage } from '../../source/column.js';

import { scalars } from './scalars.js';

/** The type of an operator's argument, for a field of this scalar. */
const argumentTypes: {
  readonly [Takes in (typeof operators)[keyof typeof operators]['takes']]: (
    scalar: GraphQLScalarType,
  ) => GraphQLInputType;
} = {
  value: (scalar) => scalar,
  values: (scalar) => new GraphQLList(new GraphQLNonNull(scalar)),
  boolean: () => GraphQLBoolean,
};

function conditionType(name: string, type: ScalarName, storage: Storage) {
  const fields = operatorsOf({ type, column: { storage } }).map((operator) => {
    const { takes, ...rest } = operators[operator];
    const description = 'description' in rest ? rest.description : null;
    return [operator, { type: argumentTypes[takes](scalars[type]), description }] as const;
  });
  return new GraphQLInputObjectType({
    name,
    description:
      'What a value must meet; every operator that is stated must hold. No value meets none of them but `isNull`. Texts compare by code point.',
    fields: Object.fromEntries(fields),
  });
}

const conditionTypes: { readonly [Name in ScalarName]: GraphQLInputObjectType } = {
  ID: conditionType('IDCondition', 'ID', 'TEXT'),
  String: conditionType('StringCondition', 'String', 'TEXT'),
  Int: conditionType('IntCondition', 'Int', 'INTEGER'),
  Float: conditionType('FloatCondition', 'Float', 'REAL'),
  Boolean: conditionType('BooleanCondition', 'Boolean', 'BOOLEAN'),
  Date: conditionType('DateCondition', 'Date', 'DATE'),
};

const numberedId = conditionType('NumberedIDCondition', 'ID', 'INTEGER');

/** The input type of the conditions on a field. */
export function conditionTypeOf({ type, column }: Field): GraphQLInputObjectType {
  return type === 'ID' && column.storage === 'INTEGER' ? numberedId : conditionTypes[type];
}
