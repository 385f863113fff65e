import { clear, describeForm } from '../../policy/model/form.js';
import type {
  AggregateRoot,
  ConnectionEntry,
  EdgeEntry,
  ListStep,
  Reads,
  RootStep,
  RowShape,
  VerifyRoot,
} from '../queryPlan.js';

type Collecting = Map<string, Map<string, string>>;

function readRow(resource: string, { entries }: RowShape, reads: Collecting): void {
  const fields = reads.get(resource) ?? new Map<string, string>();
  reads.set(resource, fields);
  for (const entry of entries) {
    if (entry.kind === 'value') fields.set(entry.field.name, describeForm(entry.form));
    if (entry.kind === 'link') readRow(entry.fetch.resource.name, entry.row, reads);
    if (entry.kind === 'manyLink') readList(entry.list, reads);
  }
}

function readEntry(resource: string, entry: ConnectionEntry | EdgeEntry, reads: Collecting): void {
  if (entry.kind === 'nodes' || entry.kind === 'node') readRow(resource, entry.row, reads);
  if (entry.kind === 'edges')
    entry.entries.forEach((part) => {
      readEntry(resource, part, reads);
    });
}

function readList({ fetch, entries }: ListStep, reads: Collecting): void {
  const { name } = fetch.resource;
  if (!reads.has(name)) reads.set(name, new Map());
  entries.forEach((entry) => {
    readEntry(name, entry, reads);
  });
}

/** A field that is counted, summed or grouped by is read as much as one that is listed. */
function readAggregate({ fetch, entries, grouped }: AggregateRoot, reads: Collecting): void {
  const fields = reads.get(fetch.resource.name) ?? new Map<string, string>();
  reads.set(fetch.resource.name, fields);
  const measured = entries.flatMap((entry) =>
    entry.kind === 'measures'
      ? entry.entries.flatMap((part) => (part.kind === 'measure' ? part.field.name : []))
      : [],
  );
  for (const name of [...grouped, ...measured]) fields.set(name, describeForm(clear));
}

/** Adds a use to what is on record of a field; one that is shown besides has both. */
export function addUse(fields: Map<string, string>, name: string, use: string): void {
  const known = fields.get(name);
  if (known === undefined) fields.set(name, use);
  else if (!known.split(' ').includes(use)) fields.set(name, `${known} ${use}`);
}

function readClaims({ fetch, claims }: VerifyRoot, reads: Collecting): void {
  const { name } = fetch.resource;
  const fields = reads.get(name) ?? new Map<string, string>();
  reads.set(name, fields);
  for (const { field } of claims) addUse(fields, field.name, 'VERIFY');
}

/** Collects what the roots of a plan read. */
export function readsOf(roots: readonly RootStep[]): Reads {
  const reads: Collecting = new Map();
  for (const root of roots) {
    if (root.kind === 'lookup' || root.kind === 'batchLookup')
      readRow(root.fetch.resource.name, root.row, reads);
    if (root.kind === 'list') readList(root.list, reads);
    if (root.kind === 'aggregate') readAggregate(root, reads);
    // Of which fields it is, its cube tells, which a variable may name.
    if (root.kind === 'statistics' && !reads.has(root.fetch.resource.name)) {
      reads.set(root.fetch.resource.name, new Map());
    }
  }
  // After what is shown, which states each field anew.
  for (const root of roots) if (root.kind === 'verify') readClaims(root, reads);
  return reads;
}
