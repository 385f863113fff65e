import type { ASTNode } from 'graphql';

import type { Column } from '../../source/column/column.js';
import type { TableShape } from '../../source/sourceShape.js';
import type { Faults } from '../fault/fault.js';
import { areStated, areUnique } from '../model/areUnique.js';
import type { Resource } from '../model/catalog.js';
import { keysOf } from '../model/keysOf.js';
import { pageColumnOf, pageStorages } from '../model/pageColumnOf.js';
import { typeInWords } from '../read/column/typeInWords.js';
import { keysInWords } from '../read/keysInWords.js';

const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ');

/** What would tell all rows apart, and be no null; what the order of pages discloses, the catalog decides. */
function advice(table: TableShape): string {
  const { primary } = keysOf(table);
  const isOrder = (name: string) => pageStorages.includes(table.get(name)?.storage ?? 'OTHER');
  return primary.length > 0 && primary.every(isOrder)
    ? ` Where everybody may know its order, state \`pageBy: [${quoted(primary)}]\`.`
    : '';
}

/** Reads the columns that the order of pages goes by, and checks that it tells all rows apart. */
export function readPageBy(
  names: readonly string[],
  { unique, table: tableName }: Pick<Resource, 'unique' | 'table'>,
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
    if (!pageStorages.includes(column.storage)) {
      faults.at(
        at,
        `\`pageBy\` names a column of texts, whole numbers, days or bytes; "${name}" is ${typeInWords(column)}.`,
      );
    }
    return [pageColumnOf(name, column)];
  });
  if (columns.length < names.length || names.length === 0) return [];
  // A view does not always say that it holds no null. Where the catalog vouches for it, each page looks.
  const mayBeNull = names.filter((name) => table.get(name)?.nullable && !isStated);
  const isApart = areUnique(names, unique, table);
  const together = names.length > 1 ? ' together' : '';
  const why = isApart
    ? `${quoted(mayBeNull)} may be null`
    : `${quoted(names)}${together} ${names.length > 1 ? 'are' : 'is'} not known to be: ${keysInWords(tableName, table)}`;
  if (!isApart || mayBeNull.length > 0) {
    faults.at(
      at,
      `\`pageBy\` names what is unique${together} and not null; ${why}.${advice(table)} Where the data is so all the same, vouch for it: \`unique: [[${quoted(names)}]]\`.`,
    );
  }
  return columns;
}
