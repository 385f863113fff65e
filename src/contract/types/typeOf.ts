import { GraphQLEnumType, GraphQLList, GraphQLNonNull, type GraphQLScalarType } from 'graphql';

import type { Field, GroupField } from '../../catalog/model/catalog.js';
import type { CodeList } from '../../catalog/model/codeList.js';
import type { ResourceDecision } from '../../policy/model/decisions.js';

import { scalars } from './scalars.js';

type InputType = GraphQLScalarType | GraphQLEnumType;

/** A schema has one type of a name, so each list becomes an enum once. */
const enums = new WeakMap<CodeList, GraphQLEnumType>();

function enumOf(list: CodeList): GraphQLEnumType {
  const known = enums.get(list);
  if (known) return known;
  const { name, description, values } = list;
  const made = new GraphQLEnumType({
    name,
    description,
    values: Object.fromEntries(
      values.map((value) => [value.name, { description: value.description }]),
    ),
  });
  enums.set(list, made);
  return made;
}

/** The type of one value of a field: of a list, of an element. */
export function typeOf({ type, codeList, elements }: Field): InputType {
  const name = elements ?? type;
  if (name !== 'Enum' && name !== 'List') return scalars[name];
  if (!codeList) throw new TypeError('a field of codes has no list of them');
  return enumOf(codeList);
}

/** The type of a field's values in clear. */
export function clearTypeOf(field: Field): InputType | GraphQLList<GraphQLNonNull<InputType>> {
  const type = typeOf(field);
  return field.elements ? new GraphQLList(new GraphQLNonNull(type)) : type;
}

/** The fields of a resource's key, each with its type; all of them must always be given. */
export function keyFields({
  resource,
  fields,
}: ResourceDecision): Readonly<Record<string, { readonly type: GraphQLNonNull<InputType> }>> {
  const parts = resource.key.map((name) => {
    const part = fields.get(name);
    if (!part) throw new TypeError('a key names no field of its resource');
    return [name, { type: new GraphQLNonNull(typeOf(part.field)) }] as const;
  });
  return Object.fromEntries(parts);
}

/** The type of a group's value. A year or a month of a day is a text; a whole value keeps its type. */
export function groupedType({ field, part }: GroupField): InputType {
  return part === 'value' ? typeOf(field) : scalars.String;
}
