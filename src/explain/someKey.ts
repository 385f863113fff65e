import type { Parameter } from '../source/parameter.js';

/** Stands for the keys that rows would bring. No value is told, so none of them matters. */
export const someKey: readonly Parameter[] = [0];
