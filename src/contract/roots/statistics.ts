import {
  GraphQLEnumType,
  GraphQLFloat,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLFieldConfigMap,
  type GraphQLScalarType,
} from 'graphql';

import type { Cube, Field } from '../../catalog/model/catalog.js';
import { argumentNames, rootNames } from '../../catalog/model/rootNames.js';
import type { BuildRootFields } from '../rootField.js';
import { scalars } from '../types/scalars.js';
import { groupedType } from '../types/typeOf.js';

type Fields = GraphQLFieldConfigMap<unknown, unknown>;

function inWords({ title, dimensions, measures, base }: Cube): string {
  const names = dimensions.map(({ name }) => name).join(', ');
  const sums =
    measures.length > 0 ? `, with sums of ${measures.map(({ name }) => name).join(', ')}` : '';
  return `${title}: by ${names}${sums}. Counts are rounded to multiples of ${base}, totals to multiples of ${2 * base}.`;
}

/** Sums of whole numbers are Floats, as their multiples are; those of decimals keep every digit. */
function summedType({ type }: Field): GraphQLScalarType {
  return type === 'Decimal' ? scalars.Decimal : GraphQLFloat;
}

/**
 * The root field that answers the cubes that may be asked for. It takes no condition. The resource need
 * not be visible: statistics exist for data that is not shown.
 */
export const statistics: BuildRootFields = ({ resource, reach, cubes }) => {
  if (!reach.has('STATISTICS')) return [];
  const { name, title } = resource;
  const held = [...cubes.values()];
  const dimensions = new Map(held.flatMap((cube) => cube.dimensions.map((one) => [one.name, one])));
  const measures = new Map(held.flatMap((cube) => cube.measures.map((one) => [one.name, one])));
  const cube = new GraphQLEnumType({
    name: `${name}Cube`,
    values: Object.fromEntries(held.map((one) => [one.name, { description: inWords(one) }])),
  });
  const dimension = new GraphQLEnumType({
    name: `${name}StatisticDimension`,
    values: Object.fromEntries([...dimensions.keys()].map((one) => [one, {}])),
  });
  const group = new GraphQLObjectType({
    name: `${name}StatisticGroup`,
    description:
      'What the rows of a cell have in common. Null in a dimension that the cell is not over: no value, or one that too few have.',
    fields: Object.fromEntries(
      Array.from(dimensions.values(), (one) => [one.name, { type: groupedType(one) }]),
    ),
  });
  const sum = new GraphQLObjectType({
    name: `${name}StatisticSum`,
    description: 'Sums of the rows of a cell, rounded; null where there are too few.',
    fields: Object.fromEntries(
      Array.from(measures.values(), ({ name: of, field }) => [of, { type: summedType(field) }]),
    ),
  });
  const fields: Fields = {
    over: {
      type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(dimension))),
      description: 'The dimensions that the cell is the sum over.',
    },
    group: { type: new GraphQLNonNull(group) },
    count: {
      type: new GraphQLNonNull(GraphQLInt),
      description: 'About how many rows or people there are; zero where there are few or none.',
    },
    ...(measures.size > 0 && { sum: { type: new GraphQLNonNull(sum) } }),
  };
  const cell = new GraphQLObjectType({
    name: `${name}Statistic`,
    description: 'A cell of a cube, or a sum of its cells.',
    fields,
  });
  const field = {
    type: new GraphQLList(new GraphQLNonNull(cell)),
    description: `A declared statistic of ${title}, its cells in order, sums last.`,
    args: { [argumentNames.cube]: { type: new GraphQLNonNull(cube) } },
  };
  return [[rootNames.statistics(resource), field]];
};
