import type { Entry } from '../../entry/entry.js';
import { valueCriteria } from '../criteria.js';

/** Texts, each with a number of its own, from 0. */
class Dictionary {
  readonly #codes = new Map<string | null, number>();

  codeOf(text: string | null): number {
    const known = this.#codes.get(text);
    if (known !== undefined) return known;
    const code = this.#codes.size;
    this.#codes.set(text, code);
    return code;
  }

  values(): readonly (string | null)[] {
    return [...this.#codes.keys()];
  }
}

/** What entries read, without how much: the resources, each with its fields. */
export type ReadShape = readonly (readonly [resource: string, fields: readonly string[]])[];

const bytesOf = (numbers: Uint32Array | Float64Array) =>
  new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
const json = (value: unknown) => Buffer.from(JSON.stringify(value), 'utf8');

/** Makes the parts of an index of the entries of a segment, which are added in their order. */
export class IndexBuilder {
  readonly #at: number[] = [];
  readonly #offsets: number[] = [];
  readonly #columns = valueCriteria.map((name) => ({
    name,
    values: new Dictionary(),
    codes: [] as number[],
  }));
  readonly #shapes = new Dictionary();
  readonly #reads: number[] = [];
  /** The rows of entries with an alert, by whom it is about. */
  readonly #subjects = new Map<string, number[]>();

  /** @param offset the byte of the segment's file at which the entry's line begins */
  add(entry: Entry, offset: number): void {
    const row = this.#at.length;
    this.#at.push(Date.parse(entry.at));
    this.#offsets.push(offset);
    for (const { name, values, codes } of this.#columns) codes.push(values.codeOf(entry[name]));
    const shape: ReadShape = entry.reads.map(({ resource, fields }) => [
      resource,
      Object.keys(fields),
    ]);
    this.#reads.push(this.#shapes.codeOf(JSON.stringify(shape)));
    for (const { subject } of entry.alerts ?? []) {
      const rows = this.#subjects.get(subject) ?? [];
      if (rows.at(-1) !== row) rows.push(row);
      this.#subjects.set(subject, rows);
    }
  }

  about(): { readonly entries: number; readonly from: number; readonly to: number } {
    let [from, to] = [Infinity, -Infinity];
    for (const at of this.#at) [from, to] = [Math.min(from, at), Math.max(to, at)];
    // A time that is none is within all times.
    const isKnown = Number.isFinite(from) && Number.isFinite(to);
    return { entries: this.#at.length, ...(isKnown ? { from, to } : { from: -9e15, to: 9e15 }) };
  }

  parts(): ReadonlyMap<string, Uint8Array> {
    const parts = new Map<string, Uint8Array>([
      ['at', bytesOf(Float64Array.from(this.#at))],
      ['offsets', bytesOf(Uint32Array.from(this.#offsets))],
      ['subjects', json([...this.#subjects])],
      ['reads.values', json(this.#shapes.values())],
      ['reads', bytesOf(Uint32Array.from(this.#reads))],
    ]);
    for (const { name, values, codes } of this.#columns) {
      parts.set(`${name}.values`, json(values.values()));
      parts.set(name, bytesOf(Uint32Array.from(codes)));
    }
    return parts;
  }
}
