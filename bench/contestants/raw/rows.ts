/** A resident as it is listed. */
export interface ListedRow {
  readonly id_no: string;
  readonly name: string;
  readonly birth_date: string | null;
  readonly address: string | null;
  readonly division_code: string;
}

export type OneRow = Pick<ListedRow, 'id_no' | 'name' | 'birth_date'>;

/** A resident's name, with division and province; the codes tell whether there are such. */
export interface NestedRow {
  readonly name: string;
  readonly division_code: string | null;
  readonly division: string | null;
  readonly province_code: string | null;
  readonly province: string | null;
}

/** A company with one of those that its legal representative has: many rows for a company. */
export interface CompanyRow {
  readonly row_id: number;
  readonly name: string;
  readonly representative: string | null;
  readonly other_name: string | null;
  readonly other_status: string | null;
}
