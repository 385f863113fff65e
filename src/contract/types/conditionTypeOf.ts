import {
  GraphQLBoolean,
  GraphQLInputObjectType,
  GraphQLList,
  GraphQLNonNull,
  type GraphQLInputFieldConfigMap,
} from 'graphql';

import type { Field } from '../../catalog/model/catalog.js';
import type { ScalarName } from '../../mask/scalarName.js';

import { scalars } from './scalars.js';

/** What can be asked of values of a type, besides equality and null. */
interface Operators {
  readonly ordered: boolean;
  readonly prefix: boolean;
}

function conditionType(name: string, scalarName: ScalarName, { ordered, prefix }: Operators) {
  const scalar = scalars[scalarName];
  const fields: GraphQLInputFieldConfigMap = {
    eq: { type: scalar },
    in: { type: new GraphQLList(new GraphQLNonNull(scalar)) },
  };
  if (ordered)
    for (const operator of ['lt', 'lte', 'gt', 'gte']) fields[operator] = { type: scalar };
  if (prefix) {
    fields['startsWith'] = { type: scalar, description: 'Begins with these characters.' };
  }
  fields['isNull'] = { type: GraphQLBoolean, description: 'Whether there is no value.' };
  return new GraphQLInputObjectType({
    name,
    description:
      'What a value must meet; every operator that is stated must hold. No value meets none of them but `isNull`. Texts compare by code point.',
    fields,
  });
}

const none: Operators = { ordered: false, prefix: false };
const ordered: Operators = { ordered: true, prefix: false };

const conditionTypes: { readonly [Name in ScalarName]: GraphQLInputObjectType } = {
  ID: conditionType('IDCondition', 'ID', { ordered: false, prefix: true }),
  String: conditionType('StringCondition', 'String', { ordered: true, prefix: true }),
  Int: conditionType('IntCondition', 'Int', ordered),
  Float: conditionType('FloatCondition', 'Float', ordered),
  Boolean: conditionType('BooleanCondition', 'Boolean', none),
  Date: conditionType('DateCondition', 'Date', ordered),
};

/** An identifier that its source keeps as a number has no first characters. */
const numberedId = conditionType('NumberedIDCondition', 'ID', none);

/** The conditions that a field takes. */
export function conditionTypeOf({ type, column }: Field): GraphQLInputObjectType {
  return type === 'ID' && column.storage === 'INTEGER' ? numberedId : conditionTypes[type];
}
