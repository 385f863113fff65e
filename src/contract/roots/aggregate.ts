import {
  GraphQLEnumType,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLFieldConfigMap,
  type GraphQLOutputType,
} from 'graphql';

import type { Field } from '../../catalog/model/catalog.js';
import { rootNames } from '../../catalog/model/rootNames.js';
import type { ResourceDecision } from '../../policy/model/decisions.js';
import { scaleOfMean } from '../../value/meanOf.js';
import { scalarTypes } from '../../value/scalarTypes.js';
import type { BuildRootFields } from '../rootField.js';
import {
  groupFields,
  measuredFields,
  measureNames,
  measureTypeName,
  type MeasureName,
} from '../types/measuredFields.js';
import { scalars } from '../types/scalars.js';
import { groupedType, typeOf } from '../types/typeOf.js';

type Fields = GraphQLFieldConfigMap<unknown, unknown>;

interface Measure {
  readonly type: (field: Field) => GraphQLOutputType;
  readonly description: string;
}

function sumType(field: Field, which: 'sum' | 'mean'): GraphQLOutputType {
  const name = scalarTypes[field.type].sums?.[which];
  return name ? scalars[name] : typeOf(field);
}

const measures: { readonly [Name in MeasureName]: Measure } = {
  distinct: {
    type: () => new GraphQLNonNull(GraphQLInt),
    description: 'How many different values there are.',
  },
  sum: {
    type: (field) => sumType(field, 'sum'),
    description: 'The sum of the values, of Ints exact up to 2^53; null where there is none.',
  },
  avg: {
    type: (field) => sumType(field, 'mean'),
    description: `The mean of the values, as a Decimal to ${scaleOfMean} digits after the point; null where there is none.`,
  },
  min: {
    type: typeOf,
    description: 'The least of the values; null where there is none.',
  },
  max: {
    type: typeOf,
    description: 'The greatest of the values; null where there is none.',
  },
};

function measuresOf(decision: ResourceDecision): Fields {
  const fields: Fields = {};
  for (const name of measureNames) {
    const { type, description } = measures[name];
    const measured = measuredFields(decision, name);
    if (measured.length === 0) continue;
    const ofFields = new GraphQLObjectType({
      name: measureTypeName(decision, name),
      fields: Object.fromEntries(measured.map((field) => [field.name, { type: type(field) }])),
    });
    fields[name] = { type: new GraphQLNonNull(ofFields), description };
  }
  return fields;
}

const partNotes = { value: null, year: 'The year, as YYYY.', month: 'The month, as YYYY-MM.' };

/** The enum of what rows can be grouped by, and the type of a group's values; undefined if none can. */
function groupTypes(decision: ResourceDecision) {
  const { name } = decision.resource;
  const groups = [...groupFields(decision).values()];
  if (groups.length === 0) return undefined;
  const by = new GraphQLEnumType({
    name: `${name}GroupBy`,
    description: 'What rows can be grouped by.',
    values: Object.fromEntries(
      groups.map((group) => [group.name, { description: partNotes[group.part] }]),
    ),
  });
  const values = new GraphQLObjectType({
    name: `${name}AggregateGroup`,
    description: 'What the rows of a group have in common; only what they are grouped by.',
    fields: Object.fromEntries(
      groups.map((group) => [group.name, { type: groupedType(group) }] as const),
    ),
  });
  return { by, values };
}

/** The root field that counts and measures all rows of a list, by groups. */
export const aggregate: BuildRootFields = (decision, visible) => {
  const { canGroup } = decision.resource.capabilities;
  if (!visible || !decision.reach.has('LIST') || !canGroup) return [];
  const { name, title } = decision.resource;
  const { where } = visible.list.args;
  const group = groupTypes(decision);
  const type = new GraphQLObjectType({
    name: `${name}Aggregate`,
    description: 'What is told of the rows of one group.',
    fields: {
      ...(group && { group: { type: new GraphQLNonNull(group.values) } }),
      count: { type: new GraphQLNonNull(GraphQLInt), description: 'How many rows there are.' },
      ...measuresOf(decision),
    },
  });
  const field = {
    type: new GraphQLList(new GraphQLNonNull(type)),
    description: `What all rows of ${title} come to, by groups in order.`,
    args: {
      ...(where && { where }),
      ...(group && { groupBy: { type: new GraphQLList(new GraphQLNonNull(group.by)) } }),
    },
  };
  return [[rootNames.aggregate(decision.resource), field]];
};
