/** A scalar of an answer. */
export type Scalar = string | number | boolean | null;

/** A value of an answer. */
export type Json = Scalar | readonly Json[] | { readonly [key: string]: Json };
