import { model, typeNames, type TypeName } from '../universe/model.js';

/** Which type's rows are written to which database: places and lots to both. */
export const tablesWritten: readonly (readonly [TypeName, string])[] = [
  ...typeNames.map((type) => [type, model[type].source] as const),
  ['Place', model.Person.source],
  ['Lot', model.Person.source],
];
