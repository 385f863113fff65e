import type { IncomingMessage, ServerResponse } from 'node:http';

import type { Admission } from '../../exchange/admission.js';
import type { Exchange } from '../../exchange/exchange.js';
import type { Known, RepeatLane, WireAnswer } from '../graphql/repeatLane.js';
import type { AnswerRecord } from '../recording/answerRecord.js';
import { EntryDraft } from '../recording/entryDraft.js';
import type { OccasionReader } from '../recording/occasionReader.js';
import { refuseTooLarge } from '../wire/boundAnswers.js';
import type { ConnectionUse } from '../wire/boundConnections.js';
import { refusalType } from '../wire/refusalType.js';
import { toErrorAnswer } from '../wire/toErrorAnswer.js';
import { writeErrorBody } from '../wire/writeErrorBody.js';

import { readPlain, type PlainRequest } from './readPlain.js';
import { readPlainBody } from './readPlainBody.js';
import { takeBody } from './takeBody.js';

export interface LaneParts {
  readonly exchange: Pick<Exchange, 'admit'>;
  /** Whether a credential was proved before, so that to admit its requester costs little. */
  readonly hasProved: (authorization: string) => boolean;
  readonly occasions: OccasionReader;
  readonly repeats: RepeatLane;
  readonly answers: AnswerRecord;
  readonly connections: ConnectionUse;
  /** Bytes. */
  readonly maxBodySize: number;
  readonly maxAnswerSize: number;
  /** Headers of every answer, names and values in turn. */
  readonly headers: readonly string[];
}

/** A request that is answered here. */
interface Taken {
  readonly plain: PlainRequest;
  readonly draft: EntryDraft;
  readonly admission: Admission;
  readonly known: Known;
  readonly variables: Parameters<RepeatLane['answer']>[1];
}

/**
 * Answers, without Fastify, what a client asks in the usual form and what was answered before under its
 * contract. Whatever else comes is left as it came: nothing was answered to it, and nothing put on record.
 *
 * The hooks that every answer of Fastify passes are passed here too, by the same functions: the bound of an
 * answer, the record, the account of connections.
 */
export class ShortLane {
  readonly #parts: LaneParts;
  #isClosing = false;

  constructor(parts: LaneParts) {
    this.#parts = parts;
  }

  /** From here on, every request is left as it came, and answers under way end their connections. */
  close(): void {
    this.#isClosing = true;
  }

  /** Answers a request; resolves with false where it is left as it came. Never rejects. */
  async takes(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const { hasProved, maxBodySize } = this.#parts;
    const plain = readPlain(request);
    if (this.#isClosing || !plain || plain.length > maxBodySize) return false;
    // A credential is proved once, and not here and by Fastify's route.
    if (!hasProved(plain.authorization)) return false;
    const taken = await this.#take(request, plain);
    if (!taken) return false;
    const { answers, connections } = this.#parts;
    const { socket } = request;
    connections.begin(socket);
    response.once('close', () => {
      connections.end(socket);
    });
    answers.underWay.begin(taken.draft);
    try {
      this.#send(response, taken.draft, await this.#answer(taken));
    } finally {
      answers.underWay.end(taken.draft);
    }
    return true;
  }

  async #take(request: IncomingMessage, plain: PlainRequest): Promise<Taken | null> {
    const { exchange, occasions, repeats } = this.#parts;
    const draft = new EntryDraft();
    const { occasion, fault } = occasions.read(request);
    if (fault) return null;
    let admission: Admission;
    try {
      admission = await exchange.admit(plain);
    } catch {
      return null;
    }
    // What came with the headers has arrived by now.
    const bytes = takeBody(request, plain.length);
    if (!bytes) return null;
    const body = readPlainBody(bytes);
    const known = body && repeats.find(body, plain.accept, admission.contract.fingerprint);
    if (!known) {
      request.unshift(bytes);
      return null;
    }
    draft.stated(occasion);
    draft.admitted(admission);
    return { plain, draft, admission, known, variables: body.variables };
  }

  /** The answer, once it is on record. */
  async #answer({ plain, draft, admission, known, variables }: Taken): Promise<WireAnswer> {
    const { repeats, answers, maxAnswerSize } = this.#parts;
    let answer: WireAnswer;
    try {
      answer = await repeats.answer(known, variables, { admission, draft });
      const tooLarge = refuseTooLarge(answer.body, maxAnswerSize);
      if (tooLarge) {
        draft.cutOff(tooLarge);
        const body = writeErrorBody(tooLarge, draft.requestId);
        answer = { ...answer, status: tooLarge.status, body };
      }
    } catch (thrown) {
      const { status, error } = toErrorAnswer(thrown);
      draft.refused(error);
      const body = writeErrorBody(error, draft.requestId);
      answer = { status, contentType: refusalType(plain.accept), body };
    }
    const unrecorded = await answers.put(draft, answer.status);
    if (!unrecorded) return answer;
    const body = writeErrorBody(unrecorded, draft.requestId);
    return { status: unrecorded.status, contentType: refusalType(plain.accept), body };
  }

  #send(response: ServerResponse, { requestId }: EntryDraft, answer: WireAnswer): void {
    const { status, contentType, body } = answer;
    response.writeHead(status, [
      ...['request-id', requestId, ...this.#parts.headers],
      ...['content-type', contentType, 'cache-control', 'no-store'],
      ...(this.#isClosing ? ['connection', 'close'] : []),
      ...['content-length', String(Buffer.byteLength(body))],
    ]);
    response.end(body);
  }
}
