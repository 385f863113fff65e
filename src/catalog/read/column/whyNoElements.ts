import type { ColumnShape } from '../../../source/sourceShape.js';
import { elementsOf, type ElementName } from '../../../value/elementStorages.js';

import { typeInWords } from './typeInWords.js';

/** Why a column that is there holds no lists of a type of elements, and what would be right. */
export function whyNoElements(name: string, elements: ElementName, shape: ColumnShape): string {
  const is = `Column "${name}" is ${typeInWords(shape)}`;
  if (!shape.elements) {
    return `${is}, which holds no lists, as a SET of MariaDB and MySQL or an array of PostgreSQL does, and nothing of SQLite: offer a table or a view with a row for each element, and a link to it.`;
  }
  const fitting = elementsOf(shape.elements.storage).map((one) => `[${one}!]`);
  return `${is}, which [${elements}!] does not fit: it fits ${fitting.join(' or ')}.`;
}
