import { scalarNames } from '../../value/scalarTypes.js';

/** Names that are not an agency's to give, with the reason. */
export interface ReservedNames {
  /** As people read them. */
  readonly names: string;
  readonly pattern: RegExp;
  /** The rest of a sentence. */
  readonly why: string;
}

/** The names of types that are not an agency's to give. */
export const reservedTypeNames: readonly ReservedNames[] = [
  {
    names: scalarNames.map((name) => `\`${name}\``).join(', '),
    pattern: new RegExp(`^(${scalarNames.join('|')})$`),
    why: 'values of fields are of these scalars',
  },
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

/** Those of code lists are the same, and these: a condition on a link would be named as one on it. */
export const reservedListNames: readonly ReservedNames[] = [
  {
    names: '`…One`, `…Many`, `NumberedID`',
    pattern: /(One|Many)$|^NumberedID$/,
    why: 'types of conditions are named so',
  },
];

export const reservedFieldNames: readonly ReservedNames[] = [
  {
    names: '`__…`',
    pattern: /^__/,
    why: 'GraphQL keeps what begins with "__" for introspection',
  },
  {
    names: '`true`, `false`, `null`',
    pattern: /^(true|false|null)$/,
    why: 'GraphQL keeps them from the values of enums, as which fields are named',
  },
  {
    names: '`and`, `or`, `not`',
    pattern: /^(and|or|not)$/,
    why: 'conditions are joined by them',
  },
];

function whyIn(reserved: readonly ReservedNames[], name: string): string | undefined {
  const found = reserved.find(({ pattern }) => pattern.test(name));
  return found && `${found.why} (${found.names})`;
}

/** Why no code list has this name; undefined where one may. */
export function whyNoListName(name: string): string | undefined {
  const why = whyIn(reservedListNames, name) ?? whyReserved(name);
  return why && `No code list is named ${name}, since ${why}: choose another name.`;
}

/** Why no field has this name; undefined where one may. */
export function whyNoFieldName(name: string): string | undefined {
  const why = whyIn(reservedFieldNames, name);
  return why && `No field is named ${name}, since ${why}: choose another name.`;
}

/** Why no type of a catalog has this name; undefined where one may. */
export function whyReserved(name: string): string | undefined {
  return whyIn(reservedTypeNames, name);
}
