import { clear, describeForm, type Form } from '../../policy/model/form.js';

/** What a field is used for apart from being shown. A comparison with a field also reads it. */
export type ReadUse = 'FILTER' | 'SORT' | 'VERIFY' | 'STATISTICS';

/** How one field is read. */
export interface FieldRead {
  /** The form in which it is shown; null where it is not shown. */
  readonly form: Form | null;
  readonly uses: ReadonlySet<ReadUse>;
}

/**
 * The fields that are read, by the name of their resource. A resource may be read without any
 * field.
 */
export type Reads = ReadonlyMap<string, ReadonlyMap<string, FieldRead>>;

export const noReads: Reads = new Map();

const noUses: ReadonlySet<ReadUse> = new Set();

export function shown(form: Form): FieldRead {
  return { form, uses: noUses };
}

/** A counted, summed or grouped field is read as much as one that is listed in clear. */
export const shownInClear = shown(clear);

/** Fields of one resource that are all used in one way and not shown. */
export function readsFor(use: ReadUse, resource: string, fields: Iterable<string>): Reads {
  const read: FieldRead = { form: null, uses: new Set([use]) };
  return new Map([[resource, new Map(Array.from(fields, (name) => [name, read] as const))]]);
}

function mergeRead(one: FieldRead, other: FieldRead): FieldRead {
  return { form: one.form ?? other.form, uses: new Set([...one.uses, ...other.uses]) };
}

/** Merges the reads of the parts of an operation. Under one contract, a field has one form. */
export function mergeReads(parts: readonly Reads[]): Reads {
  const [first, ...more] = parts.filter(({ size }) => size > 0);
  if (!first || more.length === 0) return first ?? noReads;
  const all = new Map<string, Map<string, FieldRead>>();
  for (const part of [first, ...more]) {
    for (const [resource, fields] of part) {
      const known = all.get(resource) ?? new Map<string, FieldRead>();
      all.set(resource, known);
      for (const [name, read] of fields) {
        const before = known.get(name);
        known.set(name, before ? mergeRead(before, read) : read);
      }
    }
  }
  return all;
}

/**
 * Describes a read for the record: the form, and the other uses. FILTER and SORT are told only where
 * the field is neither shown nor verified, which would say more.
 */
export function describeRead({ form, uses }: FieldRead): string {
  const stronger = [
    ...(form ? [describeForm(form)] : []),
    ...(uses.has('VERIFY') ? ['VERIFY'] : []),
  ];
  const weaker = (['FILTER', 'SORT'] as const).filter((use) => uses.has(use));
  const told = stronger.length > 0 ? stronger : weaker;
  return [...told, ...(uses.has('STATISTICS') ? ['STATISTICS'] : [])].join(' ');
}
