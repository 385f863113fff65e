import Database from 'better-sqlite3';

import { applyMask } from '../../../src/mask/applyMask.js';
import type { BenchData } from '../../benchData.js';
import type { WorkloadName } from '../../workload.js';

interface ListedRow {
  readonly id_no: string;
  readonly name: string;
  readonly birth_date: string | null;
  readonly address: string | null;
  readonly division_code: string;
}

interface NestedRow {
  readonly name: string;
  readonly division_code: string | null;
  readonly division: string | null;
  readonly province_code: string | null;
  readonly province: string | null;
}

type Answers = { readonly [Name in WorkloadName]: (variables: { readonly id: string }) => object };

function nest(row: NestedRow): object {
  const province = row.province_code === null ? null : { name: row.province };
  const division = row.division_code === null ? null : { name: row.division, province };
  return { name: applyMask({ rule: 'NAME' }, row.name), division };
}

/** The workloads' answers, each by one prepared statement; both files on one connection. */
export function openAnswers({ divisions, population }: BenchData): Answers {
  const database = new Database(population, { readonly: true, fileMustExist: true });
  database.prepare('ATTACH ? AS divisions').run(divisions);
  const listed = database.prepare<[number], ListedRow>(
    `SELECT id_no, name, birth_date, address, division_code
       FROM resident ORDER BY row_id LIMIT ?`,
  );
  const nested = database.prepare<[number], NestedRow>(
    `SELECT resident.name, area.code AS division_code, area.name AS division,
            province.code AS province_code, province.name AS province
       FROM resident
       LEFT JOIN divisions.area ON area.code = resident.division_code
       LEFT JOIN divisions.province ON province.code = area.provinceCode
      ORDER BY resident.row_id LIMIT ?`,
  );
  const one = database.prepare<[string], Pick<ListedRow, 'id_no' | 'name' | 'birth_date'>>(
    'SELECT id_no, name, birth_date FROM resident WHERE id_no = ?',
  );
  return {
    list100: () => {
      const nodes = listed.all(100).map((row) => ({
        idNo: applyMask({ rule: 'ID_NUMBER' }, row.id_no),
        name: applyMask({ rule: 'NAME' }, row.name),
        birthDate: applyMask({ rule: 'YEAR' }, row.birth_date),
        address: applyMask({ rule: 'REDACT' }, row.address),
        divisionCode: row.division_code,
      }));
      return { residents: { nodes } };
    },
    nested: () => ({ residents: { nodes: nested.all(50).map(nest) } }),
    one: ({ id }) => {
      const row = one.get(id);
      if (!row) return { resident: null };
      return {
        resident: {
          idNo: applyMask({ rule: 'ID_NUMBER' }, row.id_no),
          name: applyMask({ rule: 'NAME' }, row.name),
          birthDate: applyMask({ rule: 'YEAR' }, row.birth_date),
        },
      };
    },
  };
}
