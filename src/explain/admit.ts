import type { Admission } from '../exchange/admission.js';
import type { Exchange } from '../exchange/exchange.js';
import type { Decisions } from '../policy/model/decisions.js';
import type { Grant } from '../policy/model/grant.js';
import type { PolicySnapshot } from '../policy/model/policySnapshot.js';
import { thePublic, type Requester } from '../policy/model/requester.js';
import type { ClientId } from '../shared/brand.js';

import { exchangeFor, type ExplainParts } from './exchangeFor.js';

/** Whom a command is about: a client and its purpose, or the public, which has neither. */
export interface NamedAsker {
  readonly as?: string | undefined;
  readonly purpose?: string | undefined;
  readonly public?: boolean | undefined;
}

/** A requester let in as the gateway would, with the decisions that its contract came from. */
export interface Admitted extends Admission {
  readonly decisions: Decisions;
  /** Plans its operations. */
  readonly exchange: Pick<Exchange, 'plan'>;
}

/** The clients that an error may name: who is in the demo is no secret. Null where none is told. */
type ToldClients = readonly string[] | null;

function demoHint(told: ToldClients, what: readonly string[]): string {
  return told ? ` The demo has ${what.join(', ')}.` : '';
}

/** A client as the requester that its token would make of it; undefined where there is none. */
function requesterOf({ clients }: PolicySnapshot, clientId: string): Requester | undefined {
  const client = clients.get(clientId as ClientId);
  if (!client) return undefined;
  const { id, agency, attributes } = client;
  return { kind: 'client', client: id, agency, attributes };
}

function findRequester(snapshot: PolicySnapshot, asker: NamedAsker, told: ToldClients): Requester {
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

/** The purposes that were approved for a client. */
function purposesOf({ grants }: PolicySnapshot, client: ClientId): readonly Grant[] {
  return [...(grants.get(client)?.values() ?? [])];
}

/** Says what an administrator should know of a purpose, where the gateway would say nothing. */
function checkPurpose(
  snapshot: PolicySnapshot,
  requester: Requester,
  purpose: string | undefined,
  told: ToldClients,
  now: number,
): void {
  if (requester.kind === 'public') return;
  const { client } = requester;
  const approved = purposesOf(snapshot, client);
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
  if (now < known.validUntil) return;
  const end = new Date(known.validUntil).toISOString();
  throw new Error(`Grant ${known.id} ended at ${end}: no request under it is let in.`);
}

/**
 * Lets a requester in without its credential.
 *
 * @param told clients that an error may name, null in production
 * @param now milliseconds since the epoch
 * @throws {Error} a sentence for an administrator
 */
export async function admit(
  explained: ExplainParts,
  asker: NamedAsker,
  told: ToldClients,
  now: number,
): Promise<Admitted> {
  const { snapshot } = explained;
  const requester = findRequester(snapshot, asker, told);
  checkPurpose(snapshot, requester, asker.purpose, told, now);
  const exchange = exchangeFor(requester, explained, now);
  const admission = await exchange.admit({ authorization: undefined, purpose: asker.purpose });
  return { ...admission, decisions: exchange.decisionsOf(admission), exchange };
}
