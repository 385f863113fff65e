import { randomUUID } from 'node:crypto';

import type { Entry } from '../../record/entry/entry.js';
import type { Recorder } from '../../record/entry/recorder.js';
import type { CatalogVersion, RequestId } from '../../shared/brand.js';

/** A refusal of somebody who proved nothing, and to whom nothing was told. */
export interface RefusalOfNobody {
  readonly address: string;
  readonly outcome: string;
}

/** One period, from its first refusal. */
interface Period {
  readonly since: string;
  /** How many entries of their own refusals have had, by address; all of them together in `alone`. */
  readonly aloneByAddress: Map<string, number>;
  alone: number;
  readonly counts: Map<string, number>;
  readonly addresses: Set<string>;
  readonly end: NodeJS.Timeout;
}

/** How much of one period stands on record entry by entry; about 600 bytes each. */
const mostAlone = 60;
const mostAloneOfAddress = 40;

/** So many addresses are told apart; further ones are counted as one. */
const mostAddresses = 10_000;

interface TallyParts {
  readonly record: Recorder;
  readonly catalog: CatalogVersion;
  /** Told why a sum could not be written. */
  readonly failed: (cause: unknown) => void;
  /** Milliseconds. */
  readonly period?: number;
}

/**
 * Counts the refusals of nobody. The first of a period have an entry each, since a wrong credential is
 * worth a look; all others are summed up in one entry, or whoever likes could fill the disk.
 *
 * A sum may be lost by a crash, with the refusals of at most one period: nothing of any agency was told
 * in them.
 */
export class RefusalTally {
  readonly #parts: TallyParts;
  #period: Period | null = null;
  /** Whether the last sum could not be written: then no refusal goes out uncounted. */
  #hasFailed = false;

  constructor(parts: TallyParts) {
    this.#parts = parts;
  }

  /** Whether the refusal is counted here. Where not, it has to have an entry of its own. */
  takes({ address, outcome }: RefusalOfNobody): boolean {
    const period = (this.#period ??= this.#begin());
    const { aloneByAddress, counts, addresses } = period;
    const alone = aloneByAddress.get(address) ?? 0;
    const mayStandAlone = period.alone < mostAlone && alone < mostAloneOfAddress;
    if (this.#hasFailed || mayStandAlone) {
      // Bounded by the entries that may stand alone, or by what the record can take.
      if (mayStandAlone) aloneByAddress.set(address, alone + 1);
      period.alone += 1;
      return false;
    }
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
    if (addresses.size < mostAddresses) addresses.add(address);
    return true;
  }

  /** Ends the period, and resolves once its sum is on record. */
  async close(): Promise<void> {
    const period = this.#period;
    if (!period) return;
    this.#period = null;
    clearTimeout(period.end);
    if (period.counts.size === 0) return;
    try {
      await this.#parts.record.append(this.#entryOf(period));
      this.#hasFailed = false;
    } catch (error) {
      this.#hasFailed = true;
      this.#parts.failed(error);
      this.#keep(period);
    }
  }

  #begin(): Period {
    const end = setTimeout(() => void this.close(), this.#parts.period ?? 10_000);
    end.unref();
    return {
      since: new Date().toISOString(),
      aloneByAddress: new Map(),
      alone: 0,
      counts: new Map(),
      addresses: new Set(),
      end,
    };
  }

  /** Adds what could not be written to the period that has begun meanwhile, or begins one. */
  #keep({ counts, addresses }: Period): void {
    const period = (this.#period ??= this.#begin());
    for (const [outcome, count] of counts) {
      period.counts.set(outcome, (period.counts.get(outcome) ?? 0) + count);
    }
    for (const address of addresses) {
      if (period.addresses.size < mostAddresses) period.addresses.add(address);
    }
  }

  #entryOf({ since, counts, addresses }: Period): Entry {
    return {
      requestId: randomUUID() as RequestId,
      at: new Date().toISOString(),
      client: null,
      agency: null,
      purpose: null,
      actingUser: null,
      caseReference: null,
      grant: null,
      policy: null,
      catalog: this.#parts.catalog,
      contract: null,
      operation: null,
      reads: [],
      statements: 0,
      administrator: null,
      action: null,
      refusals: { since, addresses: addresses.size, counts: Object.fromEntries(counts) },
      outcome: 'REFUSALS',
      status: 0,
    };
  }
}
