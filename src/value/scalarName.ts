/** Those of sums and means. */
export type NumberName = 'Int' | 'BigInt' | 'Float' | 'Decimal';

/** The kinds of values that a field may have: GraphQL scalars, and `Enum` for those of a code list. */
export type ScalarName =
  | 'ID'
  | 'String'
  | 'Int'
  | 'BigInt'
  | 'Float'
  | 'Decimal'
  | 'Boolean'
  | 'Date'
  | 'Time'
  | 'LocalDateTime'
  | 'DateTime'
  | 'JSON'
  | 'Enum';
