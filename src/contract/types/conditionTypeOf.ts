import {
  GraphQLBoolean,
  GraphQLInputObjectType,
  GraphQLList,
  GraphQLNonNull,
  type GraphQLInputType,
} from 'graphql';

import type { Field } from '../../catalog/model/catalog.js';
import { operators, operatorsOf } from '../../policy/model/operators.js';
import type { Storage } from '../../source/column/column.js';
import { elementNames, type ElementName } from '../../value/elementStorages.js';
import type { ScalarName } from '../../value/scalarName.js';
import { scalarNames, scalarTypes } from '../../value/scalarTypes.js';

import { scalars } from './scalars.js';
import { typeOf } from './typeOf.js';

type ValueType = ReturnType<typeof typeOf>;

/** The type of an operator's argument, for a field of this type. */
const argumentTypes: {
  readonly [Takes in (typeof operators)[keyof typeof operators]['takes']]: (
    type: ValueType,
  ) => GraphQLInputType;
} = {
  value: (type) => type,
  values: (type) => new GraphQLList(new GraphQLNonNull(type)),
  boolean: () => GraphQLBoolean,
};

function conditionType(type: ValueType, name: ScalarName, storage: Storage, of = type.name) {
  const fields = operatorsOf({ type: name, column: { storage } }).map((operator) => {
    const { takes, ...rest } = operators[operator];
    const description = 'description' in rest ? rest.description : null;
    return [operator, { type: argumentTypes[takes](type), description }] as const;
  });
  return new GraphQLInputObjectType({
    name: `${of}Condition`,
    description:
      'What a value must meet; every operator that is stated must hold. No value meets none of them but `isNull`. Texts compare by code point.',
    fields: Object.fromEntries(fields),
  });
}

const conditionTypes = new Map<ScalarName, GraphQLInputObjectType>(
  scalarNames
    .filter((name) => scalarTypes[name].isCompared)
    .map((name) => {
      // What counts is whether it is a text, and but for an ID each type is or is not.
      const [storage = 'TEXT'] = scalarTypes[name].storages;
      return [name, conditionType(scalars[name], name, storage)];
    }),
);

/** Of IDs that are no texts at their source. */
const ofIds: Partial<Readonly<Record<Storage, GraphQLInputObjectType>>> = {
  INTEGER: conditionType(scalars.ID, 'ID', 'INTEGER', 'NumberedID'),
  BYTES: conditionType(scalars.ID, 'ID', 'BYTES', 'BinaryID'),
};

const ofLists = new Map<ElementName, GraphQLInputObjectType>(
  elementNames.map((name) => [name, conditionType(scalars[name], 'List', 'LIST', `${name}List`)]),
);

/** A schema has one type of a name, so each enum has one of conditions. */
const ofEnums = new WeakMap<ValueType, GraphQLInputObjectType>();

/** The input type of the conditions on a field. */
export function conditionTypeOf(field: Field): GraphQLInputObjectType {
  const { type: name, column, elements } = field;
  const type = typeOf(field);
  const ofId = name === 'ID' ? ofIds[column.storage] : undefined;
  const ofList = elements && ofLists.get(elements);
  const known = ofList ?? ofId ?? conditionTypes.get(name) ?? ofEnums.get(type);
  if (known) return known;
  const made = conditionType(type, name, column.storage);
  ofEnums.set(type, made);
  return made;
}
