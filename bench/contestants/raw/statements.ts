import type { OperationName } from '../../workload.js';

/** What the databases of the demo's agencies are called on one connection. */
export interface DatabaseNames {
  readonly divisions: string;
  readonly population: string;
  readonly market: string;
}

/** The workloads as anyone would write them by hand: one statement each, across the databases. */
export function statementsOver(
  { divisions, population, market }: DatabaseNames,
  dialect: { readonly quote: string; readonly placeholder: string },
): { readonly [Name in OperationName]: string } {
  const { quote, placeholder } = dialect;
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
    one: `SELECT id_no, name, birth_date FROM ${population}.resident WHERE id_no = ${placeholder}`,
  };
}
