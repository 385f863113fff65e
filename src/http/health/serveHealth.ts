import type { FastifyInstance } from 'fastify';

/** The phase of a gateway, which decides its answer on `/readyz`. */
export type Phase =
  | { readonly kind: 'serving' }
  | { readonly kind: 'draining' }
  /** Some of what is asked for is answered, and the rest refused. */
  | { readonly kind: 'degraded'; readonly why: string }
  | { readonly kind: 'not-ready'; readonly why: string };

/** What stands on `/readyz?verbose` beside the phase. */
export interface HealthDetails {
  /** Whether each source can be reached. Its name is that of the catalogs. */
  readonly sources: Readonly<Record<string, string>>;
  /** What is known of the record's sealed segments, where it has such. */
  readonly record?: string;
}

/**
 * Serves the operators of the gateway: `/healthz` says that it lives, `/readyz` that it can answer.
 */
export function serveHealth(
  app: FastifyInstance,
  phase: () => Promise<Phase>,
  details: () => HealthDetails,
): void {
  const config = { unrecorded: true };
  app.get('/healthz', { config }, () => ({ status: 'ok' }));
  app.get<{ Querystring: Record<string, unknown> }>(
    '/readyz',
    { config },
    async (request, reply) => {
      const now = await phase();
      const more = Object.hasOwn(request.query, 'verbose') ? details() : {};
      if (now.kind === 'serving') return { status: 'ready', ...more };
      if (now.kind === 'degraded') return { status: 'degraded', why: now.why, ...more };
      const why = now.kind === 'draining' ? 'draining' : now.why;
      return reply.code(503).send({ status: 'not ready', why, ...more });
    },
  );
}
