import type { OperationName } from '../../workload.js';
import type { Dialect } from '../byHand/connection.js';
import type { DatabaseNames } from '../byHand/databaseNames.js';

/** The workloads as anyone would write them by hand: one statement each, across the databases. */
export function statementsOver(
  { divisions, population, market }: DatabaseNames,
  { quote, placeholder }: Dialect,
): { readonly [Name in OperationName]: string } {
  return {
    list100: `
      SELECT id_no, name, birth_date, address, division_code
        FROM ${population}.resident ORDER BY row_id LIMIT 100`,
    nested: `
      SELECT resident.name, area.code AS division_code, area.name AS division,
             province.code AS province_code, province.name AS province
        FROM ${population}.resident
        LEFT JOIN ${divisions}.area ON area.code = resident.division_code
        LEFT JOIN ${divisions}.province ON province.code = area.${quote}provinceCode${quote}
       ORDER BY resident.row_id LIMIT 50`,
    companies: `
      SELECT page.row_id, page.name, resident.name AS representative,
             other.name AS other_name, other.status AS other_status
        FROM (SELECT row_id, name, legal_rep_id_no
                FROM ${market}.company ORDER BY row_id LIMIT 50) AS page
        LEFT JOIN ${population}.resident ON resident.id_no = page.legal_rep_id_no
        LEFT JOIN ${market}.company AS other ON other.legal_rep_id_no = resident.id_no
       ORDER BY page.row_id, other.row_id`,
    one: `SELECT id_no, name, birth_date FROM ${population}.resident WHERE id_no = ${placeholder(1)}`,
  };
}
