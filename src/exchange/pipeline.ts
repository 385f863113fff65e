import type { DocumentNode } from 'graphql';

import type { Catalog } from '../catalog/model/catalog.js';
import { compileContract } from '../contract/compileContract.js';
import type { Contract } from '../contract/contract.js';
import { toExchangeError } from '../errors/toExchangeError.js';
import { execute } from '../execute/execute.js';
import type { Connectors } from '../execute/fetch/fetcher.js';
import type { Identity } from '../identity/identify.js';
import { bind } from '../plan/bind.js';
import type { HashKeySource } from '../plan/boundPlan.js';
import { checkCost } from '../plan/facts/cost.js';
import { bindVariables, type Variables } from '../plan/operation/bindVariables.js';
import { prepare, type Prepared } from '../plan/prepare.js';
import { decide } from '../policy/decide/decide.js';
import { findGrant } from '../policy/decide/findGrant.js';
import { RulesByTime } from '../policy/decide/rulesByTime.js';
import type { Decisions } from '../policy/model/decisions.js';
import type { PolicyPort, PolicySnapshot } from '../policy/model/policySnapshot.js';
import { chargeSubjects } from '../quota/chargeSubjects.js';
import { noneNoticed, type SubjectCounter } from '../quota/subjectCounter.js';
import type { Fingerprint } from '../shared/brand.js';
import { ChinaCalendar } from '../shared/chinaCalendar.js';
import { Memo } from '../shared/memo.js';

import type { Admission } from './admission.js';
import { executed, refusal, type Answer } from './answer.js';
import { askedSubjects } from './askedSubjects.js';
import type { ExchangeLimits } from './exchangeLimits.js';
import { checkOccasion, type Occasion } from './occasion.js';

/** The stages that decide, as functions: a test may put a faulty one in the place of any. */
export const stages = {
  decide,
  compileContract,
  prepare,
  bindVariables,
  checkOccasion,
  bind,
  checkCost,
  askedSubjects,
  chargeSubjects,
  execute,
};
export type Stages = typeof stages;

export interface PipelineParts {
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
interface Admitted {
  readonly rulesByTime: RulesByTime;
  /** By client, purpose and the windows that are open. */
  readonly contracts: Memo<string, Contract>;
}

/** What a request that was let in asks. */
export interface Operation {
  readonly document: DocumentNode;
  /** Equal only for documents that are equal to the letter. */
  readonly documentHash: string;
  readonly operationName: string | null;
  readonly variables: Variables;
  readonly occasion: Occasion;
}

/**
 * The stages of a request, in order. Each is decided in full before the next begins:
 *
 *     admit:  identity → policy → contract
 *     answer: plan → bind → charge → execute [ sources → mask ] → respond
 *
 * `http` stands before and the record after both.
 */
export class Pipeline {
  readonly #parts: PipelineParts;
  readonly #stages: Stages;
  /** What follows from one snapshot; a new one begins anew. */
  readonly #admitted = new WeakMap<PolicySnapshot, Admitted>();
  /** Contracts by what they decide, so that equal ones are one, whoever asks. */
  readonly #contracts = new Memo<Fingerprint, Contract>(500);
  readonly #calendar = new ChinaCalendar();
  readonly #prepared = new Memo<string, Prepared>(2_000, 1_000_000);

  constructor(parts: PipelineParts, withStages: Stages = stages) {
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
    const grant = findGrant(snapshot, requester, stated, now);
    const purpose = grant?.purpose ?? null;

    const { rulesByTime, contracts } = this.#admittedUnder(snapshot);
    const { rules, open } = rulesByTime.at(now);
    const who = requester.kind === 'client' ? requester.client : null;
    const contract = contracts.get(JSON.stringify([who, purpose, open]), () => {
      const { catalog } = this.#parts;
      return this.#contractOf(this.#stages.decide({ catalog, rules, requester, purpose, grant }));
    });
    return { requester, purpose, grant, revision: snapshot.revision, contract };
  }

  /** Answers an operation of a request that was let in. Never rejects. */
  async answer(admission: Admission, operation: Operation): Promise<Answer> {
    let hash: string | null = null;
    let noticed = noneNoticed;
    try {
      const { contract, grant } = admission;
      const { limits, cursorKey, hashKeys, connectors, subjects, conceal } = this.#parts;
      const prepared = this.#prepare(contract, operation);
      ({ hash } = prepared);
      if (prepared.kind === 'refused') return refusal(prepared.errors, hash);

      const { bindVariables, bind, checkOccasion, checkCost, execute } = this.#stages;
      const { askedSubjects, chargeSubjects } = this.#stages;
      const variables = bindVariables(contract.schema, prepared.operation, operation.variables);
      const today = this.#calendar.dayAt(this.#parts.now());
      const context = { ...admission, limits, cursorKey, hashKeys, today };
      const bound = bind(prepared.planFor(variables), variables, context);
      if (this.#parts.requireOccasion ?? true) checkOccasion(bound, operation.occasion);
      checkCost(bound, limits);
      // What the public may ask for is open to everybody, as often as they like.
      const asked = grant ? askedSubjects(bound) : [];
      if (grant && asked.length > 0) {
        const charge = { grant: grant.id, day: today, asked };
        noticed = await chargeSubjects(charge, limits, subjects, conceal);
      }
      return executed(await execute(bound, connectors), bound.reads, hash, noticed);
    } catch (thrown) {
      return refusal([toExchangeError(thrown)], hash, noticed);
    }
  }

  #admittedUnder(snapshot: PolicySnapshot): Admitted {
    const known = this.#admitted.get(snapshot);
    if (known) return known;
    const admitted: Admitted = {
      rulesByTime: new RulesByTime(snapshot.rules),
      contracts: new Memo(10_000),
    };
    this.#admitted.set(snapshot, admitted);
    return admitted;
  }

  #contractOf(decisions: Decisions): Contract {
    const contract = this.#stages.compileContract(decisions, this.#parts.catalog.version);
    return this.#contracts.get(contract.fingerprint, () => contract);
  }

  #prepare(contract: Contract, { document, documentHash, operationName }: Operation): Prepared {
    const key = JSON.stringify([contract.fingerprint, documentHash, operationName]);
    return this.#prepared.get(
      key,
      () => this.#stages.prepare(contract, document, operationName, this.#parts.limits),
      // Bounded by the length of documents too: parsed, some take a thousand times what others do.
      document.loc?.source.body.length || 1,
    );
  }
}
