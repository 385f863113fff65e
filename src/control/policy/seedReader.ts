import type { Catalog, Resource } from '../../catalog/model/catalog.js';
import { redactMask, type Mask } from '../../mask/mask.js';
import { maskRules } from '../../mask/rules/maskRule.js';
import { readStatedMask } from '../../mask/stated/readStatedMask.js';
import type { Condition } from '../../policy/model/condition.js';

import type { MaskSeed, RowsSeed } from './policySeed.js';
import { ConditionReader } from './readCondition.js';

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

  /** An item is applied for in the scenarios that its catalog says it is necessary in. */
  necessary(
    resource: Resource | undefined,
    name: string,
    scenario: string | undefined,
    place: string,
  ): void {
    const scenarios = resource?.fields.get(name)?.necessaryIn;
    if (!scenarios || (scenario !== undefined && scenarios.includes(scenario))) return;
    const stated = scenario === undefined ? 'the grant states none' : 'the grant states another';
    this.problems.push(
      `${place}: "${name}" is necessary in the scenario ${scenarios.join(', ')} only; ${stated}`,
    );
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
    const tell = (problem: string) => this.problems.push(`${place}: ${problem}`);
    return new ConditionReader(resource, tell).read(rows);
  }
}
