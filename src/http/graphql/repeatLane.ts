import { formatError } from '../../errors/formatError.js';
import type { Answer } from '../../exchange/answer.js';
import type { GraphQLRequestBody } from '../../exchange/checkBody.js';
import { documentSize } from '../../exchange/documentSize.js';
import type { Exchange } from '../../exchange/exchange.js';
import type { StatedOperation } from '../../exchange/operation.js';
import type { Fingerprint } from '../../shared/brand.js';
import { memoryBound } from '../../shared/memoryBound.js';
import { SegmentedCache } from '../../shared/segmentedCache.js';

import type { GraphQLContext } from './graphqlContext.js';

/** An answer on the wire. */
export interface WireAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: Buffer | string;
}

const json = 'application/json; charset=utf-8';
const graphqlResponse = 'application/graphql-response+json; charset=utf-8';

/**
 * The content type for the exact `accept` headers of common clients. Apollo negotiates all others.
 */
const contentTypes: ReadonlyMap<string | undefined, string> = new Map([
  [undefined, json],
  ['*/*', json],
  ['application/json', json],
  ['application/graphql-response+json', graphqlResponse],
  ['application/graphql-response+json,application/json;q=0.9', graphqlResponse],
  ['application/graphql-response+json, application/json;q=0.9', graphqlResponse],
]);

/** A key that is equal only for the same contract, operation name and text. */
function keyOf(contract: Fingerprint, operationName: string | null, text: string): string {
  return `${contract} ${operationName?.length ?? 'unnamed'} ${operationName ?? ''}${text}`;
}

/** Bytes of memory for operations, their documents with them. */
const maxKnown = memoryBound(64);
/** Bytes. */
const shortAnswer = 2_048;

/** The JSON of an answer, members in Apollo's order. */
function write({ data, errors }: Answer, contentType: string, requestId: string): WireAnswer {
  const told = errors.length > 0 ? `"errors":${JSON.stringify(errors.map(formatError))}` : '';
  const extensions = `"extensions":{"tongdao":{"requestId":"${requestId}"}}}\n`;
  if (data === undefined) {
    const body = Buffer.from(`{${told},${extensions}`);
    return { status: errors[0]?.status ?? 500, contentType, body };
  }
  const opening = `{${told}${told ? ',' : ''}"data":`;
  // Node sends a text with its headers in one piece, which is worth more than a short copy.
  if (data.length < shortAnswer) {
    return { status: 200, contentType, body: `${opening}${data.toString()},${extensions}` };
  }
  const body = Buffer.concat([Buffer.from(opening), data, Buffer.from(`,${extensions}`)]);
  return { status: 200, contentType, body };
}

/** An operation that was answered before, and the content type of its next answer. */
export interface Known {
  readonly operation: StatedOperation;
  readonly contentType: string;
}

/**
 * Answers operations that Apollo Server has already answered under the same contract, without
 * Apollo. The stages decide, mask and record as always. A test proves that both ways give the same
 * bytes.
 */
export class RepeatLane {
  readonly #exchange: Pick<Exchange, 'answer'>;
  readonly #known = new SegmentedCache<string, StatedOperation>(maxKnown);

  constructor(exchange: Pick<Exchange, 'answer'>) {
    this.#exchange = exchange;
  }

  /** Remembers an operation that was answered with data. */
  remember(contract: Fingerprint, operation: StatedOperation): void {
    const text = operation.document.loc?.source.body;
    if (text === undefined) return;
    const key = keyOf(contract, operation.operationName, text);
    this.#known.set(key, operation, documentSize(operation.document));
  }

  /** What is known of a request; undefined where it must go through Apollo. */
  find(
    { query, operationName }: GraphQLRequestBody,
    accept: string | undefined,
    contract: Fingerprint,
  ): Known | undefined {
    const contentType = contentTypes.get(accept);
    if (contentType === undefined) return undefined;
    const operation = this.#known.get(keyOf(contract, operationName ?? null, query));
    return operation && { operation, contentType };
  }

  async answer(
    { operation, contentType }: Known,
    variables: GraphQLRequestBody['variables'],
    { admission, draft }: GraphQLContext,
  ): Promise<WireAnswer> {
    const { document, documentHash, operationName } = operation;
    const answer = await this.#exchange.answer(admission, {
      document,
      documentHash,
      operationName,
      variables: variables ?? {},
      occasion: draft.occasion,
    });
    draft.answered(answer.report, answer.errors);
    return write(answer, contentType, draft.requestId);
  }
}
