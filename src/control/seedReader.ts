import type { Catalog, Resource } from '../catalog/catalog.js';
import { redactMask, type Mask } from '../mask/mask.js';
import { maskRules } from '../mask/maskRule.js';
import { readStatedMask } from '../mask/statedMask.js';
import { encodeParameter } from '../plan/encodeParameter.js';
import {
  allOf,
  everything,
  type Condition,
  type Literal,
  type Operand,
} from '../policy/condition.js';

import type { MaskSeed, RowsSeed } from './policySeed.js';

/** Reads parts of a seed against the catalog, collecting what does not fit. */
export class SeedReader {
  readonly problems: string[] = [];
  readonly #catalog: Catalog;

  constructor(catalog: Catalog) {
    this.#catalog = catalog;
  }

  resource(name: string, place: string): Resource | undefined {
    const resource = this.#catalog.resources.get(name);
    if (!resource) this.problems.push(`${place}: the catalog has no resource "${name}"`);
    return resource;
  }

  field(resource: Resource | undefined, name: string, place: string): void {
    if (resource && !resource.fields.has(name)) {
      this.problems.push(`${place}: ${resource.name} has no field "${name}"`);
    }
  }

  /** The mask for a field; where it cannot be used, what is wrong is told, and REDACT stands in. */
  mask(resource: Resource | undefined, name: string, seed: MaskSeed, place: string): Mask {
    const stated = typeof seed === 'string' ? { rule: seed } : seed;
    const type = resource?.fields.get(name)?.type;
    const { takes } = maskRules[stated.rule];
    if (type && !takes.includes(type)) {
      this.problems.push(
        `${place}: ${stated.rule} is put on ${takes.join(', ')}; "${name}" is ${type}`,
      );
    }
    const read = readStatedMask(stated);
    if (read.kind === 'mask') return read.mask;
    this.problems.push(`${place}, ${name}: ${read.why}`);
    return redactMask;
  }

  condition(rows: RowsSeed | undefined, resource: Resource | undefined, place: string): Condition {
    if (!rows) return everything;
    const conditions: Condition[] = [];
    for (const [name, operators] of Object.entries(rows)) {
      this.field(resource, name, place);
      for (const stated of [operators.eq, operators.in]) {
        if (stated === undefined) continue;
        const operand = this.#operand(stated);
        conditions.push({ kind: 'in', field: name, operand });
        const column = resource?.fields.get(name)?.column;
        const literals = operand.kind === 'literals' ? operand.values : [];
        if (column && literals.some((value) => encodeParameter(column, value) === undefined)) {
          this.problems.push(`${place}: a value for "${name}" does not fit its column`);
        }
      }
    }
    if (conditions.length === 0) this.problems.push(`${place}: a condition states something`);
    return allOf(conditions);
  }

  #operand(stated: Literal | readonly Literal[]): Operand {
    if (typeof stated === 'string' && stated.startsWith('$requester.')) {
      return { kind: 'requester', attribute: stated.slice('$requester.'.length) };
    }
    return { kind: 'literals', values: [stated].flat() };
  }
}
