/** Those of sums and means. */
export type NumberName = 'Int' | 'BigInt' | 'Float' | 'Decimal';

/** The kinds of values that a field may have: GraphQL scalars, `Enum` for those of a code list, and `List`. */
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
  | 'Enum'
  | 'List';
