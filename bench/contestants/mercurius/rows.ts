/** A resident as the table has it. */
export interface ResidentRow {
  readonly key: string;
  readonly name: string;
  readonly birthDate: string | null;
  readonly address: string | null;
  readonly divisionCode: string;
}

/** A resident as it is answered. The key is no field: links start from it. */
export interface Resident extends ResidentRow {
  readonly idNo: string;
}

export interface ProvinceRow {
  readonly code: string;
  readonly name: string | null;
}

export interface DivisionRow extends ProvinceRow {
  readonly provinceCode: string | null;
}

export interface CompanyRow {
  readonly name: string;
  readonly status: string;
  readonly legalRepIdNo: string;
}
