import type { Catalog, Resource } from '../catalog/catalog.js';
import { maskRules, type MaskRuleName } from '../mask/maskRule.js';
import type { Condition } from '../policy/condition.js';

import type { RowsSeed } from './policySeed.js';
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

  mask(resource: Resource | undefined, name: string, mask: MaskRuleName, place: string): void {
    const type = resource?.fields.get(name)?.type;
    const takes: readonly string[] = maskRules[mask].takes;
    if (type && !takes.includes(type)) {
      this.problems.push(`${place}: ${mask} is put on ${takes.join(', ')}; "${name}" is ${type}`);
    }
  }

  condition(rows: RowsSeed | undefined, resource: Resource | undefined, place: string): Condition {
    const tell = (problem: string) => this.problems.push(`${place}: ${problem}`);
    return new ConditionReader(resource, tell).read(rows);
  }
}
