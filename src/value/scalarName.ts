/** The GraphQL scalars that a field of a catalog may have. */
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
  | 'JSON';
