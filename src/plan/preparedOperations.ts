import type { DocumentNode } from 'graphql';

import type { Contract } from '../contract/contract.js';

import type { Prepared } from './prepare.js';

/** What is kept of one document, asked for by so many operation names; there may be none of a name. */
const maxNames = 16;

type ByName = Map<string | null, Prepared>;

/**
 * Operations as they were prepared under a contract, kept for as long as their documents and the contract
 * are: those who keep documents bound how many there are.
 */
export class PreparedOperations {
  readonly #known = new WeakMap<Contract, WeakMap<DocumentNode, ByName>>();

  get(
    contract: Contract,
    document: DocumentNode,
    operationName: string | null,
    make: () => Prepared,
  ): Prepared {
    const byName = this.#byName(contract, document);
    const known = byName.get(operationName);
    if (known) return known;
    const prepared = make();
    if (byName.size >= maxNames) byName.clear();
    byName.set(operationName, prepared);
    return prepared;
  }

  #byName(contract: Contract, document: DocumentNode): ByName {
    const known = this.#known.get(contract)?.get(document);
    if (known) return known;
    const byName: ByName = new Map();
    const ofContract = this.#known.get(contract) ?? new WeakMap<DocumentNode, ByName>();
    this.#known.set(contract, ofContract.set(document, byName));
    return byName;
  }
}
