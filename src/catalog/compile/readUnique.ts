import type { ASTNode } from 'graphql';

import type { TableShape } from '../../source/sourceShape.js';
import type { Faults } from '../fault/fault.js';
import type { Resource } from '../model/catalog.js';

/** Reads the columns that the catalog vouches for, and checks that the table has them. */
export function readUnique(
  stated: Resource['unique'],
  table: TableShape,
  at: ASTNode,
  faults: Faults,
): Resource['unique'] {
  for (const columns of stated) {
    if (columns.length === 0) {
      faults.at(at, 'A list of `unique` names the columns that are unique together; one is empty.');
    }
    for (const name of columns) {
      if (table.has(name)) continue;
      faults.at(at, `\`unique\` names columns of the table; "${name}" is none.`);
    }
  }
  return stated.filter((columns) => columns.length > 0 && columns.every((name) => table.has(name)));
}
