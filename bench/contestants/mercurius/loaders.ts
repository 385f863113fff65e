import type { MercuriusLoaders } from 'mercurius';

import { maskResident } from './maskResident.js';
import type { CompanyRow, DivisionRow, Resident } from './rows.js';
import type { Statements } from './statements.js';

/** What a link is loaded for. */
interface From<Row> {
  readonly obj: Row;
}

/** The one row of each key; null where there is none. */
function oneOfEach<Row>(
  keys: readonly string[],
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): readonly (Row | null)[] {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  return keys.map((key) => byKey.get(key) ?? null);
}

/** Links, each by one statement for all rows that it leads from. */
export function createLoaders(statements: Statements): MercuriusLoaders {
  return {
    Resident: {
      division: async (from: readonly From<Resident>[]) => {
        const codes = from.map(({ obj }) => obj.divisionCode);
        const rows = await statements.divisionsByCode([...new Set(codes)]);
        return oneOfEach(codes, rows, ({ code }) => code);
      },
      companies: async (from: readonly From<Resident>[]) => {
        const pages = new Map(from.map(({ obj }) => [obj.key, { nodes: [] as CompanyRow[] }]));
        for (const row of await statements.companiesByKey([...pages.keys()])) {
          pages.get(row.legalRepIdNo)?.nodes.push(row);
        }
        return from.map(({ obj }) => pages.get(obj.key));
      },
    },
    Division: {
      province: async (from: readonly From<DivisionRow>[]) => {
        const codes = from.map(({ obj }) => obj.provinceCode ?? '');
        const rows = await statements.provincesByCode([...new Set(codes)]);
        return oneOfEach(codes, rows, ({ code }) => code);
      },
    },
    Company: {
      legalRep: async (from: readonly From<CompanyRow>[]) => {
        const keys = from.map(({ obj }) => obj.legalRepIdNo);
        const rows = await statements.residentsByKey([...new Set(keys)]);
        return oneOfEach(keys, rows.map(maskResident), ({ key }) => key);
      },
    },
  };
}
