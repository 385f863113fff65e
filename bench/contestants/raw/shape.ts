import { maskAddress, maskIdNumber, maskName, maskYear } from '../byHand/masks.js';

import type { CompanyRow, ListedRow, NestedRow, OneRow } from './rows.js';

/** A resident that is looked up. */
export function shapeOne(row: OneRow): object {
  return {
    idNo: maskIdNumber(row.id_no),
    name: maskName(row.name),
    birthDate: maskYear(row.birth_date),
  };
}

/** A resident that is listed. */
export function shapeListed(row: ListedRow): object {
  return {
    idNo: maskIdNumber(row.id_no),
    name: maskName(row.name),
    birthDate: maskYear(row.birth_date),
    address: maskAddress(row.address),
    divisionCode: row.division_code,
  };
}

/** A resident with division and province. */
export function shapeNested(row: NestedRow): object {
  const province = row.province_code === null ? null : { name: row.province };
  const division = row.division_code === null ? null : { name: row.division, province };
  return { name: maskName(row.name), division };
}

/** Companies, each with its legal representative and that one's companies, of rows in their order. */
export function shapeCompanies(rows: readonly CompanyRow[]): readonly object[] {
  const companies: object[] = [];
  let last: number | null = null;
  let others: object[] = [];
  for (const row of rows) {
    if (row.row_id !== last) {
      last = row.row_id;
      others = [];
      const legalRep =
        row.representative === null
          ? null
          : { name: maskName(row.representative), companies: { nodes: others } };
      companies.push({ name: row.name, legalRep });
    }
    if (row.other_name !== null) others.push({ name: row.other_name, status: row.other_status });
  }
  return companies;
}
