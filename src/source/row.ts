/** A value as a source gives it; whole numbers beyond 2^53 and exact decimals as their digits. */
export type SqlValue = string | number | boolean | null | Uint8Array;

/** A row: the values of the columns asked for, in that order. */
export type Row = readonly SqlValue[];
