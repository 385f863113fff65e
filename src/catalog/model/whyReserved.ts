import { isScalarName } from '../../value/scalarTypes.js';

/** The names of types that are not an agency's to give, each with its reason. */
const reservedTypeNames: readonly {
  readonly names: string;
  readonly pattern: RegExp;
  readonly why: string;
}[] = [
  {
    names: '`Query`, `Mutation`, `Subscription`',
    pattern: /^(Query|Mutation|Subscription)$/,
    why: 'GraphQL names the roots of operations so',
  },
  {
    names: '`__…`',
    pattern: /^__/,
    why: 'GraphQL keeps what begins with "__" for introspection',
  },
  {
    names: '`Desensitized`',
    pattern: /^Desensitized$/,
    why: 'masked values are of this scalar',
  },
  {
    names: '`Node`',
    pattern: /^Node$/,
    why: 'clients take it for the interface of objects with a global id (GraphQL Global Object Identification), which is kept for later',
  },
  {
    names: '`…Connection`, `…Edge`, `PageInfo`, `SortDirection`, `…OrderBy`',
    pattern: /^(PageInfo|SortDirection|.*(Connection|Edge|OrderBy))$/,
    why: 'lists are of such types',
  },
  {
    names: '`…Where`, `…Condition`',
    pattern: /(Where|Condition)$/,
    why: 'conditions are of such types',
  },
  {
    names:
      '`…Aggregate`, `…AggregateGroup`, `…AggregateDistinct`, `…AggregateSum`, `…AggregateAverage`, `…AggregateMinimum`, `…AggregateMaximum`, `…GroupBy`',
    pattern: /(GroupBy|Aggregate(Group|Distinct|Sum|Average|Minimum|Maximum)?)$/,
    why: 'aggregates are of such types',
  },
  {
    names:
      '`…Statistics`, `…Statistic`, `…StatisticGroup`, `…StatisticSum`, `…StatisticDimension`, `…Cube`',
    pattern: /(Cube|Statistics|Statistic(Group|Sum|Dimension)?)$/,
    why: 'statistics are of such types',
  },
  {
    names: '`…ByKey`',
    pattern: /ByKey$/,
    why: 'keys of several fields are of such types',
  },
  {
    names: '`…Claims`, `…ClaimsBy…`, `…Verification`, `…VerificationResult`',
    pattern: /(Claims|ClaimsBy.+|Verification|VerificationResult)$/,
    why: 'verifications are of such types',
  },
];

/** Why no code list has this name; undefined where one may. Conditions on links would be named as those on it. */
export function whyNoListName(
  name: string,
  isTaken: (name: string) => boolean,
): string | undefined {
  if (isTaken(name)) return `The vocabulary has ${name}: choose another name.`;
  if (/(One|Many)$|^NumberedID$/.test(name)) {
    return `${name} is no name of a code list: types of conditions are named so.`;
  }
  const why = whyReserved(name);
  return why && `${name} is no name of a code list: ${why}.`;
}

/** Why no type of a catalog has this name; undefined where one may. */
export function whyReserved(name: string): string | undefined {
  if (isScalarName(name)) return 'values of fields are of this scalar';
  return reservedTypeNames.find(({ pattern }) => pattern.test(name))?.why;
}
