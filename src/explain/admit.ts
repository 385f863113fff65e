import type { Admission } from '../exchange/admission.js';
import type { Exchange } from '../exchange/exchange.js';
import type { Decisions } from '../policy/model/decisions.js';
import type { Grant } from '../policy/model/grant.js';
import type { PolicySnapshot } from '../policy/model/policySnapshot.js';
import { thePublic, type Requester } from '../policy/model/requester.js';
import type { ClientId } from '../shared/brand.js';

import { exchangeFor, type ExplainParts } from './exchangeFor.js';

/** Who a command is about: a client and its purpose, or the public, which has neither. */
export interface NamedAsker {
  readonly as?: string | undefined;
  readonly purpose?: string | undefined;
  readonly public?: boolean | undefined;
}

/** A requester admitted as the gateway would do it, with the decisions behind its contract. */
export interface Admitted extends Admission {
  readonly decisions: Decisions;
  /** Plans the requester's operations. */
  readonly exchange: Pick<Exchange, 'plan'>;
}

/**
 * The clients that an error may name, which in a demo is no secret; null where it may name none.
 */
type ToldClients = readonly string[] | null;

function demoHint(told: ToldClients, what: readonly string[]): string {
  return told ? ` The demo has ${what.join(', ')}.` : '';
}

/** The requester that a client's token would give; undefined where there is no such client. */
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

/** The grants of a client, one for each approved purpose. */
function purposesOf({ grants }: PolicySnapshot, client: ClientId): readonly Grant[] {
  return [...(grants.get(client)?.values() ?? [])];
}

/** Checks a purpose, and tells an administrator the reason that the gateway would not give. */
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
 * Admits a requester without its credential.
 *
 * @param told clients that an error may name; null in production
 * @param now milliseconds since the epoch
 * @throws {Error} a sentence for an administrator
 */
export async function admit(
  parts: ExplainParts,
  asker: NamedAsker,
  told: ToldClients,
  now: number,
): Promise<Admitted> {
  const { snapshot } = parts;
  const requester = findRequester(snapshot, asker, told);
  checkPurpose(snapshot, requester, asker.purpose, told, now);
  const exchange = exchangeFor(requester, parts, now);
  const admission = await exchange.admit({ authorization: undefined, purpose: asker.purpose });
  return { ...admission, decisions: exchange.decisionsOf(admission), exchange };
}
