/** The GraphQL scalars that a field of a catalog may have. */
export type ScalarName = 'ID' | 'String' | 'Int' | 'Float' | 'Boolean' | 'Date';
