import { applyMask } from '../../../src/mask/applyMask.js';
import type { Mask } from '../../../src/mask/mask.js';

import type { CompanyRow, ListedRow, NestedRow, OneRow } from './rows.js';

const idNumber: Mask = { rule: 'ID_NUMBER' };
const name: Mask = { rule: 'NAME' };
const year: Mask = { rule: 'YEAR' };
const address: Mask = { rule: 'ADDRESS' };

/** A resident that is looked up. */
export function shapeOne(row: OneRow): object {
  return {
    idNo: applyMask(idNumber, row.id_no),
    name: applyMask(name, row.name),
    birthDate: applyMask(year, row.birth_date),
  };
}

/** A resident that is listed. */
export function shapeListed(row: ListedRow): object {
  return {
    idNo: applyMask(idNumber, row.id_no),
    name: applyMask(name, row.name),
    birthDate: applyMask(year, row.birth_date),
    address: applyMask(address, row.address),
    divisionCode: row.division_code,
  };
}

/** A resident with division and province. */
export function shapeNested(row: NestedRow): object {
  const province = row.province_code === null ? null : { name: row.province };
  const division = row.division_code === null ? null : { name: row.division, province };
  return { name: applyMask(name, row.name), division };
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
          : { name: applyMask(name, row.representative), companies: { nodes: others } };
      companies.push({ name: row.name, legalRep });
    }
    if (row.other_name !== null) others.push({ name: row.other_name, status: row.other_status });
  }
  return companies;
}
