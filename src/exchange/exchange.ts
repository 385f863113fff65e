import type { Catalog, CatalogPort } from '../catalog/model/catalog.js';
import type { Contract } from '../contract/contract.js';
import type { Draw } from '../disclosure/cellDraws.js';
import { toExchangeError } from '../errors/toExchangeError.js';
import type { Connectors } from '../execute/fetch/fetcher.js';
import { Gatherer } from '../execute/fetch/gatherer.js';
import type { Identity } from '../identity/identity.js';
import type { HashKeySource } from '../plan/bindContext.js';
import type { BoundPlan } from '../plan/boundPlan.js';
import type { Prepared } from '../plan/prepare.js';
import { RulesByTime } from '../policy/decide/rulesByTime.js';
import type { Decisions } from '../policy/model/decisions.js';
import type { PolicyPort, PolicySnapshot } from '../policy/model/policySnapshot.js';
import { noneNoticed, type Noticed, type SubjectCounter } from '../quota/subjectCounter.js';
import type { Fingerprint } from '../shared/brand.js';
import { ChinaCalendar } from '../shared/chinaCalendar.js';
import { Memo } from '../shared/memo.js';
import { memoryBound } from '../shared/memoryBound.js';
import { SegmentedCache } from '../shared/segmentedCache.js';

import type { Admission } from './admission.js';
import { toAnswer, toRefusal, type Answer } from './answer.js';
import { documentSize } from './documentSize.js';
import type { ExchangeLimits } from './exchangeLimits.js';
import type { ExportType } from './export/exportFormats.js';
import { atItsAddress, exportOf } from './export/exportOf.js';
import type { ExportParts } from './export/exportRun.js';
import { ExportSlots } from './export/exportSlots.js';
import { openExport, type OpenedExport } from './export/openExport.js';
import type { Operation, StatedOperation } from './operation.js';
import { planOperation, type Planned } from './planOperation.js';
import { stages, type Stages } from './stages.js';

export interface ExchangeParts {
  readonly catalog: CatalogPort;
  readonly policy: PolicyPort;
  readonly identity: Pick<Identity, 'identify'>;
  readonly connectors: Connectors;
  readonly limits: ExchangeLimits;
  readonly cursorKey: Uint8Array;
  readonly hashKeys: HashKeySource;
  /** Draws what statistics are rounded with. */
  readonly draw: Draw;
  readonly subjects: SubjectCounter;
  /** Turns a subject's id into the keyed hash that the record keeps. */
  readonly conceal: (id: string) => string;
  /** Whether a lookup of data of level L3 or above must state an occasion; true by default. */
  readonly requireOccasion?: boolean;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** What a request shows to be admitted. */
export interface Credentials {
  readonly authorization: string | undefined;
  readonly purpose: string | undefined;
}

/** Bytes, about: so many contracts of requesters with grants of their own, and operations, are kept. */
const maxContracts = memoryBound(128);
const maxPrepared = memoryBound(128);
/** Clients, each for a purpose, whose contract is remembered by its fingerprint. */
const mostAskers = 50_000;

/** Bytes, about, of what an operation was bound to last. */
const ofLastBound = 8_000;

/** A plan takes as much as the document that it is made of. */
function sizeOfPrepared(prepared: Prepared): number {
  if (prepared.kind === 'refused') return 2_000;
  return 2 * documentSize(prepared.operation) + ofLastBound;
}

/** All that decisions rest on beside who asks. One request keeps it from beginning to end. */
interface Ground {
  readonly snapshot: PolicySnapshot;
  readonly catalog: Catalog;
}

/** What is remembered under one snapshot of policy and one catalog. */
interface SnapshotMemory {
  readonly catalog: Catalog;
  readonly rulesByTime: RulesByTime;
  /** The contracts by client, purpose and the time windows of rules that are open; kept by their fingerprint. */
  readonly contracts: SegmentedCache<string, Pick<Contract, 'fingerprint'>>;
}

/** A key that is equal only for the same client, purpose and open windows. */
function askerKey(client: string | null, purpose: string | null, open: string): string {
  const lengths = `${client?.length ?? 'public'} ${purpose?.length ?? 'none'}`;
  return `${lengths} ${client ?? ''}${purpose ?? ''}${open}`;
}

/** Who asks, for which purpose: what decisions depend on. */
type Asker = Pick<Admission, 'requester' | 'purpose' | 'grant'>;

/**
 * Takes requests through the stages (`stages.ts`), one stage after the other. The gateway answers
 * with it, and `tongdao explain` reports with it.
 */
export class Exchange {
  readonly #parts: ExchangeParts;
  readonly #stages: Stages;
  /** What follows from each snapshot. A new snapshot starts empty, and so does another catalog. */
  readonly #memories = new WeakMap<PolicySnapshot, SnapshotMemory>();
  /** Contracts by their fingerprint, so that requesters with equal decisions share one. */
  readonly #contracts = new SegmentedCache<Fingerprint, Contract>(maxContracts);
  readonly #gatherer = new Gatherer();
  readonly #calendar = new ChinaCalendar();
  readonly #prepared = new Memo<string, Prepared>(maxPrepared, sizeOfPrepared);
  readonly #exportSlots: ExportSlots;

  constructor(parts: ExchangeParts, withStages: Stages = stages) {
    this.#parts = parts;
    this.#stages = withStages;
    this.#exportSlots = new ExportSlots(parts.limits);
  }

  /**
   * Admits a request: finds who asks, for which purpose, under which contract.
   *
   * @throws {ExchangeError} UNAUTHENTICATED, PURPOSE_REQUIRED, PURPOSE_NOT_VALID or NOT_READY
   */
  async admit({ authorization, purpose: stated }: Credentials): Promise<Admission> {
    const { identity } = this.#parts;
    // One snapshot serves the whole request, and one catalog. A later change concerns the next request.
    const ground = this.#ground();
    const { snapshot } = ground;
    const requester = await identity.identify(authorization, snapshot);
    const now = this.#parts.now();
    // The end of a grant is checked every time, because the contract below may be remembered.
    const grant = this.#stages.findGrant(snapshot, requester, stated, now);
    const asker: Asker = { requester, purpose: grant?.purpose ?? null, grant };

    const contract = this.#contractFor(asker, ground, now);
    const { purpose } = asker;
    return { requester, purpose, grant, revision: snapshot.revision, contract };
  }

  /** The decisions behind a contract now, with their reasons, which no contract holds. */
  decisionsOf(asker: Asker): Decisions {
    return this.#decide(asker, this.#ground(), this.#parts.now());
  }

  /** Plans an operation of an admitted request. It charges nobody and asks no source. */
  plan(admission: Admission, operation: Operation): Planned {
    const { limits, cursorKey, hashKeys, draw, requireOccasion = true } = this.#parts;
    const today = this.#calendar.dayAt(this.#parts.now());
    const { contract, requester, purpose, grant } = admission;
    return planOperation(operation, {
      stages: this.#stages,
      prepare: () => this.#prepare(contract, operation),
      context: { contract, requester, purpose, grant, limits, cursorKey, hashKeys, draw, today },
      requireOccasion,
    });
  }

  /** Answers an operation of an admitted request. Never rejects. */
  async answer(admission: Admission, operation: Operation): Promise<Answer> {
    const planned = this.plan(admission, operation);
    if (planned.kind === 'refused') return toRefusal(planned.errors, planned.hash);
    const { bound, hash } = planned;
    if (exportOf(bound)) return toRefusal([atItsAddress(true)], hash);
    let noticed = noneNoticed;
    try {
      noticed = await this.#charge(admission, bound);
      const execution = await this.#stages.execute(bound, this.#parts.connectors, this.#gatherer);
      return toAnswer(execution, bound.facts.reads, hash, noticed);
    } catch (thrown) {
      return toRefusal([toExchangeError(thrown)], hash, noticed);
    }
  }

  /**
   * Begins an export of an admitted request. Before each chunk of it leaves, the request is admitted once
   * more. Never rejects.
   */
  openExport(
    credentials: Credentials,
    admission: Admission,
    operation: Operation,
    type: ExportType,
  ): Promise<OpenedExport> {
    const parts: ExportParts = {
      stages: this.#stages,
      connectors: this.#parts.connectors,
      admission,
      admit: () => this.admit(credentials),
      plan: (admitted) => this.plan(admitted, operation),
      charge: (admitted, subjects) => this.#chargeExported(admitted, subjects),
    };
    return openExport(parts, type, this.#exportSlots);
  }

  async #chargeExported({ grant }: Admission, rows: number): Promise<void> {
    if (!grant) return;
    const { limits, subjects, now } = this.#parts;
    const charge = { grant: grant.id, day: this.#calendar.dayAt(now()), rows };
    await this.#stages.chargeExported(charge, limits.maxExportedSubjects, subjects);
  }

  /**
   * Charges the subjects that are asked about. The public is not charged: what it may ask is open
   * to everybody, as often as they like.
   */
  async #charge({ grant }: Admission, { facts }: BoundPlan): Promise<Noticed> {
    const { limits, subjects, conceal } = this.#parts;
    const asked = grant ? this.#stages.askedSubjects(facts) : [];
    if (!grant || asked.length === 0) return noneNoticed;
    const day = this.#calendar.dayAt(this.#parts.now());
    return this.#stages.chargeSubjects({ grant: grant.id, day, asked }, limits, subjects, conceal);
  }

  #ground(): Ground {
    const { policy, catalog } = this.#parts;
    return { snapshot: policy.current(), catalog: catalog.current() };
  }

  #memoryOf({ snapshot, catalog }: Ground): SnapshotMemory {
    const known = this.#memories.get(snapshot);
    if (known?.catalog === catalog) return known;
    const memory: SnapshotMemory = {
      catalog,
      rulesByTime: new RulesByTime(snapshot.rules),
      contracts: new SegmentedCache(mostAskers),
    };
    this.#memories.set(snapshot, memory);
    return memory;
  }

  #decide(asker: Asker, ground: Ground, now: number): Decisions {
    const { rules } = this.#memoryOf(ground).rulesByTime.at(now);
    return this.#stages.decide({ ...asker, catalog: ground.catalog, rules });
  }

  #contractFor(asker: Asker, ground: Ground, now: number): Contract {
    const { rulesByTime, contracts } = this.#memoryOf(ground);
    const { requester, purpose } = asker;
    const who = requester.kind === 'client' ? requester.client : null;
    const key = askerKey(who, purpose, rulesByTime.at(now).open);
    const stated = contracts.get(key);
    const known = stated && this.#contracts.get(stated.fingerprint);
    if (known) return known;
    const decisions = this.#decide(asker, ground, now);
    const contract = this.#keep(this.#stages.compileContract(decisions, ground.catalog));
    contracts.set(key, { fingerprint: contract.fingerprint }, 1);
    return contract;
  }

  /** The contract that is kept of this fingerprint, which may be another object. */
  #keep(contract: Contract): Contract {
    const known = this.#contracts.get(contract.fingerprint);
    if (known) return known;
    // One of a whole city is kept too, however large: it would be compiled for each request.
    const size = Math.min(contract.size, maxContracts / 16);
    this.#contracts.set(contract.fingerprint, contract, size);
    return contract;
  }

  #prepare(
    contract: Contract,
    { document, documentHash, operationName }: StatedOperation,
  ): Prepared {
    const key = JSON.stringify([contract.fingerprint, documentHash, operationName]);
    return this.#prepared.get(key, () =>
      this.#stages.prepare(contract, document, operationName, this.#parts.limits),
    );
  }
}
