import type { Fault } from './fault.js';
import { faultsInWords } from './faultsInWords.js';

/** Why catalogs cannot be used. */
export class CatalogError extends Error {
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];

  constructor(faults: readonly Fault[], warnings: readonly Fault[] = []) {
    super(faultsInWords(faults).join('\n\n'));
    this.name = 'CatalogError';
    this.faults = faults;
    this.warnings = warnings;
  }
}
