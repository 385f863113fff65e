import { Kind, parse, type SelectionSetNode } from 'graphql';

/** A value as text, so that a driver's and JSON's are the same: decimals without zeros that say nothing. */
function plain(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'bigint') {
    throw new TypeError(`a statement gives texts and numbers; this is ${JSON.stringify(value)}`);
  }
  const text = String(value);
  return /^-?\d+\.\d+$/.test(text) ? text.replace(/\.?0+$/, '') : text;
}

export function plainRow(values: readonly unknown[]): string {
  return JSON.stringify(values.map(plain));
}

type Told = Readonly<Record<string, unknown>>;
type Flat = readonly (readonly unknown[])[];

const cross = (left: Flat, right: Flat): Flat =>
  left.flatMap((row) => right.map((other) => [...row, ...other]));

/** The values of an object, row by row, as a LEFT JOIN gives them: what leads nowhere is nulls. */
function flat(told: Told | null, { selections }: SelectionSetNode): Flat {
  return selections.reduce<Flat>(
    (rows, selection) => {
      if (selection.kind !== Kind.FIELD) throw new TypeError('a question has fields alone');
      const value = told?.[(selection.alias ?? selection.name).value] ?? null;
      const { selectionSet: inner } = selection;
      if (!inner) return cross(rows, [[value]]);
      const members = (Array.isArray(value) ? value : [value]) as readonly (Told | null)[];
      const found = members.flatMap((member) => flat(member, inner));
      return cross(rows, found.length > 0 ? found : flat(null, inner));
    },
    [[]],
  );
}

/** The rows that an answer tells, each as a text. */
export function flatRows(ask: string, data: object): string[] {
  const [operation] = parse(ask).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new TypeError('a question is a query');
  return flat(data as Told, operation.selectionSet).map(plainRow);
}
