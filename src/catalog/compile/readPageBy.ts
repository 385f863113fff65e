import type { ASTNode } from 'graphql';

import type { Column } from '../../source/column/column.js';
import type { TableShape } from '../../source/sourceShape.js';
import type { Faults } from '../fault.js';
import { areStated, areUnique } from '../model/areUnique.js';
import type { Resource } from '../model/catalog.js';
import { pageColumnOf, pageStorages } from '../model/pageColumnOf.js';
import { typeInWords } from '../read/typeInWords.js';

/** Reads the columns that the order of pages goes by, and checks that it tells all rows apart. */
export function readPageBy(
  names: readonly string[],
  unique: Resource['unique'],
  table: TableShape,
  at: ASTNode,
  faults: Faults,
): readonly Column[] {
  const isStated = areStated(names, { unique });
  const columns = names.flatMap((name): Column[] => {
    const column = table.get(name);
    if (!column) {
      faults.at(at, `\`pageBy\` names a column of the table; "${name}" is none.`);
      return [];
    }
    const { storage, nullable } = column;
    // A view does not always say that it holds no null. Where the catalog vouches for it, each page looks.
    if (!areUnique(names, unique, table) || (nullable && !isStated)) {
      faults.at(
        at,
        `\`pageBy\` names a column that is unique and not null; "${name}" is not. Where the data is so all the same, as in a view, vouch for it: \`unique: [["${name}"]]\`.`,
      );
    }
    if (!pageStorages.includes(storage)) {
      faults.at(
        at,
        `\`pageBy\` names a column of texts, whole numbers or days; "${name}" is ${typeInWords(column)}.`,
      );
    }
    return [pageColumnOf(name, column)];
  });
  return columns.length === names.length ? columns : [];
}
