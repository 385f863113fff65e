import type { Catalog, Resource } from '../../catalog/model/catalog.js';

/**
 * A place in a policy that is being compiled, as `grant G-1, Resident`. What does not fit the catalog
 * is told here, under the name of the place, and compiling goes on: so all of it is found at once.
 */
export class Place {
  readonly #name: string;
  readonly #catalog: Catalog;
  readonly #problems: string[];

  /** @param problems to which this and all other places add */
  constructor(name: string, catalog: Catalog, problems: string[]) {
    this.#name = name;
    this.#catalog = catalog;
    this.#problems = problems;
  }

  tell(problem: string): void {
    this.#problems.push(`${this.#name}: ${problem}`);
  }

  within(part: string): Place {
    return new Place(`${this.#name}, ${part}`, this.#catalog, this.#problems);
  }

  /** The resource of a name; undefined, which has been told then, where the catalog has none. */
  resource(name: string): Resource | undefined {
    const resource = this.#catalog.resources.get(name);
    if (!resource) this.tell(`the catalog has no resource "${name}"`);
    return resource;
  }

  /** Tells where a resource has no such field. */
  checkField(name: string, resource: Resource | undefined): void {
    if (resource && !resource.fields.has(name)) {
      this.tell(`${resource.name} has no field "${name}"`);
    }
  }
}
