import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

import type { Answer } from '../respond/answer.js';
import { formatError } from '../respond/formatError.js';
import type { Fingerprint } from '../shared/brand.js';
import { sha256 } from '../shared/sha256.js';

import type { GraphQLRequestBody } from './checkBody.js';
import type { Exchange } from './exchange.js';
import type { GraphQLContext } from './graphqlContext.js';

/** What an answer is on the wire. */
export interface WireAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/**
 * What `accept` may be for the lane, since these all ask for plain JSON. Whatever else asks for
 * negotiation goes Apollo's way.
 */
const plainJson: ReadonlySet<string | undefined> = new Set([undefined, '*/*', 'application/json']);

function keyOf(contract: Fingerprint, documentHash: string, operationName: string | null): string {
  return `${contract} ${documentHash} ${operationName ?? ''}`;
}

/** The JSON text of an answer, members in Apollo's order. */
function write({ data, errors }: Answer, requestId: string): WireAnswer {
  const body = {
    ...(errors.length > 0 && { errors: errors.map(formatError) }),
    ...(data !== undefined && { data }),
    extensions: { tongdao: { requestId } },
  };
  return {
    status: data === undefined ? (errors[0]?.status ?? 500) : 200,
    contentType: 'application/json; charset=utf-8',
    body: `${JSON.stringify(body)}\n`,
  };
}

/**
 * Takes a request for an operation that Apollo Server has already answered under the same contract
 * past it, straight to the stages: which decide, mask and record as ever. A test holds the two ways
 * equal to the byte.
 */
export class RepeatLane {
  readonly #exchange: Exchange;
  readonly #documents = new LRUCache<string, DocumentNode>({ max: 2_000 });

  constructor(exchange: Exchange) {
    this.#exchange = exchange;
  }

  /** Remembers an operation that was answered with data. */
  remember(
    contract: Fingerprint,
    documentHash: string,
    operationName: string | null,
    document: DocumentNode,
  ): void {
    this.#documents.set(keyOf(contract, documentHash, operationName), document);
  }

  /** The answer; undefined where the request is none for this lane. */
  async answer(
    body: GraphQLRequestBody,
    accept: string | undefined,
    { admission, log }: GraphQLContext,
  ): Promise<WireAnswer | undefined> {
    if (!plainJson.has(accept) || body.extensions) return undefined;
    const documentHash = sha256(body.query);
    const operationName = body.operationName ?? null;
    const key = keyOf(admission.contract.fingerprint, documentHash, operationName);
    const document = this.#documents.get(key);
    if (!document) return undefined;
    const variables = body.variables ?? {};
    const operation = { document, documentHash, operationName, variables };
    const answer = await this.#exchange.answer(admission, operation);
    log.answered(answer.report, answer.errors);
    return write(answer, log.requestId);
  }
}
