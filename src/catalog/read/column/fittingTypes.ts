import type { ColumnShape } from '../../../source/sourceShape.js';
import type { ScalarName } from '../../../value/scalarName.js';
import { scalarTypes } from '../../../value/scalarTypes.js';
import { whyUnfit } from '../../model/whyUnfit.js';

import { whyDoubtful } from './whyDoubtful.js';

/** From what holds a column as it is to what reads more into it. */
const inOrder: readonly ScalarName[] = [
  ...(['String', 'Int', 'BigInt', 'Decimal', 'Float', 'ID', 'Boolean'] as const),
  ...(['Date', 'LocalDateTime', 'DateTime', 'Time', 'JSON'] as const),
];

/** The types of fields that a column can be offered as. */
interface Fitting {
  /** Of which each of its values is one. */
  readonly surely: readonly ScalarName[];
  /** Of which some may be none, as a text is no day. */
  readonly perhaps: readonly ScalarName[];
}

function isDoubtful(type: ScalarName, shape: ColumnShape): boolean {
  const readsTexts = shape.storage === 'TEXT' && type !== 'String' && type !== 'ID';
  // A source that states no range of its whole numbers bounds them by none.
  const readsNumbers = type === 'Boolean' && shape.storage === 'INTEGER' && !shape.range;
  return readsTexts || readsNumbers || whyDoubtful(type, shape) !== undefined;
}

/** The types that a column fits, without more being stated of how it holds them. */
export function fittingTypes(shape: ColumnShape): Fitting {
  const fitting = inOrder.filter(
    (type) =>
      scalarTypes[type].storages.includes(shape.storage) &&
      whyUnfit(type, shape) === undefined &&
      !(shape.isYear && type === 'Boolean'),
  );
  return {
    surely: fitting.filter((type) => !isDoubtful(type, shape)),
    perhaps: fitting.filter((type) => isDoubtful(type, shape)),
  };
}
