import type { Catalog } from '../catalog/model/catalog.js';
import type { Contract } from '../contract/contract.js';
import { toExchangeError } from '../errors/toExchangeError.js';
import type { Connectors } from '../execute/fetch/fetcher.js';
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

import type { Admission } from './admission.js';
import { toAnswer, toRefusal, type Answer } from './answer.js';
import type { ExchangeLimits } from './exchangeLimits.js';
import type { Operation, StatedOperation } from './operation.js';
import { planOperation, type Planned } from './planOperation.js';
import { stages, type Stages } from './stages.js';

export interface ExchangeParts {
  readonly catalog: Catalog;
  readonly policy: PolicyPort;
  readonly identity: Pick<Identity, 'identify'>;
  readonly connectors: Connectors;
  readonly limits: ExchangeLimits;
  readonly cursorKey: Uint8Array;
  readonly hashKeys: HashKeySource;
  readonly subjects: SubjectCounter;
  /** A subject's id as the keyed hash under which the record keeps it. */
  readonly conceal: (id: string) => string;
  /** Whether data of level L3 or above is looked up for a stated occasion only; so by default. */
  readonly requireOccasion?: boolean;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** What a request brings to be let in. */
export interface Credentials {
  readonly authorization: string | undefined;
  readonly purpose: string | undefined;
}

/** What is remembered of those who were let in under one snapshot. */
interface SnapshotMemory {
  readonly rulesByTime: RulesByTime;
  /** By client, purpose and the windows that are open. */
  readonly contracts: Memo<string, Contract>;
}

/** Who asks for what, as far as decisions hang on it. */
type Asker = Pick<Admission, 'requester' | 'purpose' | 'grant'>;

/**
 * Takes requests through the stages (`stages.ts`), each of them in full before the next begins. The
 * gateway answers by it, and `tongdao explain` tells by it.
 */
export class Exchange {
  readonly #parts: ExchangeParts;
  readonly #stages: Stages;
  /** What follows from one snapshot; a new one begins anew. */
  readonly #admitted = new WeakMap<PolicySnapshot, SnapshotMemory>();
  /** Contracts by what they decide, so that equal ones are one, whoever asks. */
  readonly #contracts = new Memo<Fingerprint, Contract>(500);
  readonly #calendar = new ChinaCalendar();
  readonly #prepared = new Memo<string, Prepared>(2_000, 1_000_000);

  constructor(parts: ExchangeParts, withStages: Stages = stages) {
    this.#parts = parts;
    this.#stages = withStages;
  }

  /**
   * Lets a request in: who asks, for what, under which contract.
   *
   * @throws {ExchangeError} UNAUTHENTICATED, PURPOSE_REQUIRED, PURPOSE_NOT_VALID or NOT_READY
   */
  async admit({ authorization, purpose: stated }: Credentials): Promise<Admission> {
    const { policy, identity } = this.#parts;
    // One snapshot serves the whole request: what changes meanwhile concerns the next.
    const snapshot = policy.current();
    const requester = await identity.identify(authorization, snapshot);
    const now = this.#parts.now();
    // A grant's end is looked at every time, so that it also ends what is remembered below.
    const grant = this.#stages.findGrant(snapshot, requester, stated, now);
    const asker: Asker = { requester, purpose: grant?.purpose ?? null, grant };

    const { rulesByTime, contracts } = this.#admittedUnder(snapshot);
    const who = requester.kind === 'client' ? requester.client : null;
    const key = JSON.stringify([who, asker.purpose, rulesByTime.at(now).open]);
    const contract = contracts.get(key, () => this.#contractOf(this.#decide(asker, snapshot, now)));
    return { ...asker, revision: snapshot.revision, contract };
  }

  /** What a contract comes from now, with the reasons, which no contract holds. */
  decisionsOf(asker: Asker): Decisions {
    return this.#decide(asker, this.#parts.policy.current(), this.#parts.now());
  }

  /** What an operation of a request that was let in would do. Charges nobody and asks no source. */
  plan(admission: Admission, operation: Operation): Planned {
    const { limits, cursorKey, hashKeys, requireOccasion = true } = this.#parts;
    const today = this.#calendar.dayAt(this.#parts.now());
    return planOperation(operation, {
      stages: this.#stages,
      prepare: () => this.#prepare(admission.contract, operation),
      context: { ...admission, limits, cursorKey, hashKeys, today },
      requireOccasion,
    });
  }

  /** Answers an operation of a request that was let in. Never rejects. */
  async answer(admission: Admission, operation: Operation): Promise<Answer> {
    const planned = this.plan(admission, operation);
    if (planned.kind === 'refused') return toRefusal(planned.errors, planned.hash);
    const { bound, hash } = planned;
    let noticed = noneNoticed;
    try {
      noticed = await this.#charge(admission, bound);
      const execution = await this.#stages.execute(bound, this.#parts.connectors);
      return toAnswer(execution, bound.facts.reads, hash, noticed);
    } catch (thrown) {
      return toRefusal([toExchangeError(thrown)], hash, noticed);
    }
  }

  /** Counts those who are asked for. What the public may ask for is open to everybody, as often as they like. */
  async #charge({ grant }: Admission, { facts }: BoundPlan): Promise<Noticed> {
    const { limits, subjects, conceal } = this.#parts;
    const asked = grant ? this.#stages.askedSubjects(facts) : [];
    if (!grant || asked.length === 0) return noneNoticed;
    const day = this.#calendar.dayAt(this.#parts.now());
    return this.#stages.chargeSubjects({ grant: grant.id, day, asked }, limits, subjects, conceal);
  }

  #admittedUnder(snapshot: PolicySnapshot): SnapshotMemory {
    const known = this.#admitted.get(snapshot);
    if (known) return known;
    const admitted: SnapshotMemory = {
      rulesByTime: new RulesByTime(snapshot.rules),
      contracts: new Memo(10_000),
    };
    this.#admitted.set(snapshot, admitted);
    return admitted;
  }

  #decide(asker: Asker, snapshot: PolicySnapshot, now: number): Decisions {
    const { rules } = this.#admittedUnder(snapshot).rulesByTime.at(now);
    return this.#stages.decide({ ...asker, catalog: this.#parts.catalog, rules });
  }

  #contractOf(decisions: Decisions): Contract {
    const contract = this.#stages.compileContract(decisions, this.#parts.catalog.version);
    return this.#contracts.get(contract.fingerprint, () => contract);
  }

  #prepare(
    contract: Contract,
    { document, documentHash, operationName }: StatedOperation,
  ): Prepared {
    const key = JSON.stringify([contract.fingerprint, documentHash, operationName]);
    return this.#prepared.get(
      key,
      () => this.#stages.prepare(contract, document, operationName, this.#parts.limits),
      // Bounded by the length of documents too: parsed, some take a thousand times what others do.
      document.loc?.source.body.length || 1,
    );
  }
}
