import { compileContract } from '../contract/compileContract.js';
import type { Admission } from '../exchange/admission.js';
import { decide } from '../policy/decide/decide.js';
import { findGrant } from '../policy/decide/findGrant.js';
import { RulesByTime } from '../policy/decide/rulesByTime.js';
import type { Decisions } from '../policy/model/decisions.js';
import type { Grant } from '../policy/model/grant.js';
import { thePublic, type Requester } from '../policy/model/requester.js';
import { requesterOf, type OpenDeployment } from '../start/openDeployment.js';

/** Whom a command is about: a client and its purpose, or the public, which has neither. */
export interface Asker {
  readonly as?: string | undefined;
  readonly purpose?: string | undefined;
  readonly public?: boolean | undefined;
}

/** A requester let in as the pipeline would, with the decisions that its contract came from. */
export interface Admitted extends Admission {
  readonly decisions: Decisions;
}

type Opened = Pick<OpenDeployment, 'catalog' | 'snapshot'>;

/** The clients that an error may name: who is in the demo is no secret. Null where none is told. */
type ToldClients = readonly string[] | null;

function demoHint(told: ToldClients, what: readonly string[]): string {
  return told ? ` The demo has ${what.join(', ')}.` : '';
}

function findRequester({ snapshot }: Opened, asker: Asker, told: ToldClients): Requester {
  if (asker.public) {
    if (asker.as === undefined && asker.purpose === undefined) return thePublic;
    throw new Error('The public is no client and states no purpose: --public stands alone.');
  }
  const { as } = asker;
  if (as === undefined) throw new Error('Name a client by --as and --purpose, or ask --public.');
  const requester = requesterOf(snapshot, as);
  if (!requester) {
    const offence = `--as names a client of the policy; ${JSON.stringify(as)} is none.`;
    throw new Error(offence + demoHint(told, told ?? []));
  }
  return requester;
}

function grantFor(
  { snapshot }: Opened,
  requester: Requester,
  purpose: string | undefined,
  told: ToldClients,
  now: number,
): Grant | null {
  if (requester.kind === 'public') return null;
  const { client } = requester;
  const approved = [...(snapshot.grants.get(client)?.values() ?? [])];
  const known = approved.find((grant) => grant.purpose === purpose);
  if (!known) {
    const offence = `--purpose names an application that was approved for ${client}; ${purpose === undefined ? 'none is named' : `${JSON.stringify(purpose)} is none`}.`;
    throw new Error(
      offence +
        demoHint(
          told,
          approved.map((grant) => grant.purpose),
        ),
    );
  }
  try {
    return findGrant(snapshot, requester, purpose, now);
  } catch (cause) {
    const end = new Date(known.validUntil).toISOString();
    throw new Error(`Grant ${known.id} ended at ${end}: no request under it is let in.`, { cause });
  }
}

/**
 * Lets a requester in without its credential.
 *
 * @param told clients that an error may name, null in production
 * @param now milliseconds since the epoch
 * @throws {Error} a sentence for an administrator
 */
export function admit(opened: Opened, asker: Asker, told: ToldClients, now: number): Admitted {
  const { catalog, snapshot } = opened;
  const requester = findRequester(opened, asker, told);
  const grant = grantFor(opened, requester, asker.purpose, told, now);
  const purpose = grant?.purpose ?? null;
  const { rules } = new RulesByTime(snapshot.rules).at(now);
  const decisions = decide({ catalog, rules, requester, purpose, grant });
  const contract = compileContract(decisions, catalog.version);
  return { requester, purpose, grant, revision: snapshot.revision, contract, decisions };
}
