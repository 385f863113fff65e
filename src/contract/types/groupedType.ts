import type { GraphQLScalarType } from 'graphql';

import type { GroupField } from '../../catalog/model/catalog.js';

import { scalars } from './scalars.js';

/** The type of what rows are grouped by: a part of a day is a text, whole values are of their field's. */
export function groupedType({ field, part }: GroupField): GraphQLScalarType {
  return part === 'value' ? scalars[field.type] : scalars.String;
}
