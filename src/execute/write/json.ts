import type { Scalar } from '../../value/scalarType.js';

/** A value of an answer. */
export type Json = Scalar | readonly Json[] | { readonly [key: string]: Json };
