import autocannon from 'autocannon';

import type { Address } from '../contestants/serve.js';
import type { Workload } from '../workload.js';

/** What one burst of requests came to. */
export interface Measurement {
  readonly answers: number;
  /** Answers a second. */
  readonly rps: number;
  /** Milliseconds within which 99 of 100 answers came. */
  readonly p99: number;
}

export interface Load {
  readonly seconds: number;
  readonly connections: number;
  /** Requests a second, where it is not as many as there can be. */
  readonly rate?: number;
  readonly signal: AbortSignal;
}

function percentile(values: readonly number[], part: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.ceil(sorted.length * part) - 1] ?? Number.NaN;
}

/** Apollo puts errors first, as GraphQL advises (7.1), so that an answer's beginning tells. */
function isWithoutErrors(body: string): boolean {
  return body.startsWith('{"data":{');
}

/**
 * Keeps all connections busy with a workload, each with a share of its own of the bodies.
 *
 * @throws {Error} where a single answer was not as it should be
 */
export function measure(
  { url, headers }: Address,
  { bodies, connections: ofWorkload }: Workload,
  { seconds, connections: usual, rate, signal }: Load,
): Promise<Measurement> {
  signal.throwIfAborted();
  const connections = ofWorkload ?? usual;
  const latencies: number[] = [];
  let started = 0;
  let clients = 0;
  return new Promise((settle, fail) => {
    const load = autocannon(
      {
        url,
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        connections,
        duration: seconds,
        sampleInt: 100,
        ...(rate !== undefined && { overallRate: rate }),
        setupClient: (client) => {
          const share = bodies.filter((_, index) => index % connections === clients);
          clients += 1;
          client.setRequests((share.length > 0 ? share : bodies).map((body) => ({ body })));
        },
        verifyBody: isWithoutErrors,
      },
      (error, result) => {
        const elapsed = (performance.now() - started) / 1_000;
        signal.removeEventListener('abort', stop);
        if (error || signal.aborted) {
          fail(error ?? new Error('it was interrupted'));
          return;
        }
        const { non2xx, errors, timeouts, mismatches } = result;
        if (non2xx + errors + timeouts + mismatches > 0 || latencies.length === 0) {
          fail(
            new Error(
              `of ${latencies.length} answers ${non2xx} were not 2xx and ${mismatches} held errors; ` +
                `${errors} requests failed, ${timeouts} of them by time`,
            ),
          );
        } else {
          const answers = latencies.length;
          settle({ answers, rps: answers / elapsed, p99: percentile(latencies, 0.99) });
        }
      },
    );
    const stop = () => {
      load.stop();
    };
    signal.addEventListener('abort', stop);
    // Its own clock starts before its connections are made, and its histogram counts whole ms.
    load.on('start', () => (started = performance.now()));
    load.on('response', (_client: unknown, _status: number, _bytes: number, latency: number) => {
      latencies.push(latency);
    });
  });
}
