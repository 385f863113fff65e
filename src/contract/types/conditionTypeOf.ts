import {
  GraphQLBoolean,
  GraphQLInputObjectType,
  GraphQLList,
  GraphQLNonNull,
  type GraphQLInputType,
  type GraphQLScalarType,
} from 'graphql';

import type { Field } from '../../catalog/model/catalog.js';
import { operators, operatorsOf } from '../../policy/model/operators.js';
import type { Storage } from '../../source/column.js';
import type { ScalarName } from '../../value/scalarName.js';
import { scalarNames, scalarTypes } from '../../value/scalarTypes.js';

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

const conditionTypes = new Map(
  scalarNames
    .filter((name) => scalarTypes[name].isCompared)
    .map((type) => {
      // What counts is whether it is a text, and but for an ID each type is or is not.
      const [storage = 'TEXT'] = scalarTypes[type].storages;
      return [type, conditionType(`${type}Condition`, type, storage)];
    }),
);

const numberedId = conditionType('NumberedIDCondition', 'ID', 'INTEGER');

/** The input type of the conditions on a field. */
export function conditionTypeOf({ type, column }: Field): GraphQLInputObjectType {
  const known = conditionTypes.get(type);
  if (!known) throw new TypeError('a type has no conditions');
  return type === 'ID' && column.storage === 'INTEGER' ? numberedId : known;
}
