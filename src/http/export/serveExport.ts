import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';

import { ExchangeError } from '../../errors/exchangeError.js';
import { formatError } from '../../errors/formatError.js';
import type { Answer } from '../../exchange/answer.js';
import { checkBody } from '../../exchange/checkBody.js';
import type { Exchange } from '../../exchange/exchange.js';
import { parseDocument } from '../../exchange/parseDocument.js';
import type { Recorder } from '../../record/entry/recorder.js';
import type { CatalogVersion } from '../../shared/brand.js';
import { sha256 } from '../../shared/sha256.js';
import { admitRequest } from '../graphql/admitRequest.js';
import type { EntryDraft } from '../recording/entryDraft.js';
import type { OccasionReader } from '../recording/occasionReader.js';
import { UnderWay } from '../recording/underWay.js';
import { credentialsOf } from '../wire/credentialsOf.js';
import { refusalType } from '../wire/refusalType.js';

import { ExportRecorder } from './exportRecorder.js';
import { ExportSender, type Opened } from './exportSender.js';
import { ExportStream } from './exportStream.js';
import { exportTypeOf } from './exportTypeOf.js';

interface ExportRoute {
  readonly exchange: Pick<Exchange, 'admit' | 'openExport'>;
  readonly record: Recorder;
  readonly catalog: CatalogVersion;
  readonly occasions: OccasionReader;
  readonly logger: Logger;
  /** Milliseconds for a reader to take a chunk. */
  readonly patience: number;
}

/** Milliseconds for a reader to take a chunk that is under way when the gateway closes. */
const patienceAtClose = 5_000;

function refuse(
  { report, errors }: Answer,
  draft: EntryDraft,
  request: FastifyRequest,
  reply: FastifyReply,
): string {
  draft.answered(report, errors);
  void reply.code(errors[0]?.status ?? 500).type(refusalType(request.headers.accept));
  const { requestId } = draft;
  return JSON.stringify({
    errors: errors.map(formatError),
    extensions: { tongdao: { requestId } },
  });
}

/** Serves the route by which exports leave. */
export function serveExport(app: FastifyInstance, route: ExportRoute): void {
  const { exchange, occasions, patience } = route;
  const streams = new Map<EntryDraft, ExportStream>();
  const underWay = new UnderWay();
  app.addHook('preClose', (done) => {
    const closing = new ExchangeError(
      'NOT_READY',
      'The channel closes: ask for the rest behind the last cursor, once it is there again.',
    );
    for (const stream of streams.values()) stream.stop(closing, patienceAtClose);
    done();
  });
  // Their ends belong on record, which is closed next.
  app.addHook('onClose', () => underWay.none());

  function send(opened: Opened, request: FastifyRequest): ExportStream {
    const { entryDraft: draft } = request;
    draft.answered(opened.run.reports.opened(), []);
    const sender = new ExportSender(opened, new ExportRecorder(draft, route));
    const stream = new ExportStream(sender, patience);
    streams.set(draft, stream);
    underWay.begin(draft);
    stream.once('close', () => {
      streams.delete(draft);
      underWay.end(draft);
    });
    return stream;
  }

  app.post('/export', {
    onRequest: admitRequest(exchange, occasions),
    // After the hook that puts answers on record. Where that failed, its error is the answer.
    onSend: (request, _reply, payload, done) => {
      const stream = streams.get(request.entryDraft);
      if (stream && payload === stream) stream.open();
      else stream?.destroy();
      done(null, payload);
    },
    async handler(request, reply) {
      if (!request.graphqlContext) throw new TypeError('a request came past its admission');
      const { body, headers, graphqlContext } = request;
      const { admission, draft } = graphqlContext;
      const type = exportTypeOf(headers.accept);
      checkBody(body);
      const operation = {
        document: parseDocument(body.query),
        documentHash: sha256(body.query),
        operationName: body.operationName ?? null,
        variables: body.variables ?? {},
        occasion: draft.occasion,
      };
      const credentials = credentialsOf(request.raw);
      const opened = await exchange.openExport(credentials, admission, operation, type);
      if (opened.kind === 'refused') return refuse(opened.answer, draft, request, reply);
      void reply.type(opened.run.contentType);
      return send(opened, request);
    },
  });
}
