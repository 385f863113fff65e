/** What the databases of the demo's agencies are called on one connection. */
export interface DatabaseNames {
  readonly divisions: string;
  readonly population: string;
  readonly market: string;
}
