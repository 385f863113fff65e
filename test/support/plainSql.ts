import type { ObservedStatement } from '../../src/sources/openSource.js';

/**
 * A statement in the words that all kinds of database have in common, so that what is asked of each
 * can be held to be the same. How each says it, `test/unit/sources` tells.
 */
export function plainSql({ sql, parameters }: ObservedStatement): ObservedStatement {
  const isLimited = /(?:LIMIT|<=) \?[^?]*$/.test(sql);
  return {
    sql: sql
      .replaceAll('`', '"')
      .replaceAll(' COLLATE BINARY', '')
      // SQLite's texts have no length by their type, so they have the bound that is the default.
      .replaceAll(/CASE WHEN octet_length\(\S+\) > 1000000 THEN '[^']+' ELSE (\S+) END/g, '$1')
      .replaceAll(/CAST\(\? AS (?:SIGNED|DATE)\)/g, '?'),
    // A count of rows goes to some as a text.
    parameters: parameters.map((parameter, index) =>
      isLimited && index === parameters.length - 1 ? Number(parameter) : parameter,
    ),
  };
}
