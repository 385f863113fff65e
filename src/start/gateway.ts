import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';

import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';

import type { CheckedCatalog } from '../catalog/compile/compileCatalog.js';
import type { Catalog } from '../catalog/model/catalog.js';
import { ControlPlane } from '../control/controlPlane.js';
import { openPolicy, type OpenPolicy } from '../control/policy/openPolicy.js';
import type { LiveCatalog } from '../drift/liveCatalog.js';
import { Exchange } from '../exchange/exchange.js';
import type { Phase } from '../http/health/serveHealth.js';
import { createServer } from '../http/wire/createServer.js';
import { Identity } from '../identity/identity.js';
import { deriveAnswerKeys, deriveKey } from '../keys/deriveKey.js';
import { Hmac } from '../keys/hmac.js';
import { openSubjectCounter } from '../quota/openSubjectCounter.js';
import type { Recorder } from '../record/entry/recorder.js';
import { RecordReader } from '../record/search/recordReader.js';
import { RecordWriter } from '../record/write/recordWriter.js';
import { withDeadline } from '../shared/withDeadline.js';

import type { Deployment } from './deployment.js';
import { closeAll } from './openCatalog.js';
import { openLiveCatalog } from './openLiveCatalog.js';
import { explorerDir } from './projectDir.js';
import { RecordWatch } from './recordWatch.js';
import { tellWarnings } from './tellWarnings.js';

export interface Gateway {
  readonly app: FastifyInstance;
  readonly catalog: CheckedCatalog;
  /** The catalog as its sources hold it now. */
  readonly live: Pick<LiveCatalog, 'current' | 'drift' | 'look'>;
  /** Says on `/readyz` that others are to be asked from now on, and answers on. */
  drain(): void;
  /** Answers what is under way, takes no more, then closes the record and the sources; once. */
  close(): Promise<void>;
}

/** The record of a gateway, open. */
export interface OpenRecord extends Recorder {
  /** Whether entries can be written. */
  isHealthy(): Promise<boolean>;
  /** Whether it had sealed segments when it was opened. */
  readonly hasSealed?: boolean;
  onSealed?(sealed: () => void): void;
  close(): Promise<void>;
}

const recordKey = ({ masterKey }: Deployment) => deriveKey('record', masterKey);

async function openRecordWriter(deployment: Deployment): Promise<OpenRecord> {
  const { recordFile, recordSegment: maxBytes } = deployment;
  await mkdir(dirname(recordFile), { recursive: true });
  const segments = maxBytes === undefined ? {} : { maxBytes };
  return RecordWriter.open(recordFile, recordKey(deployment), segments);
}

/** Null where policy stays as its seed file says. */
function administrationOf(
  { control }: OpenPolicy,
  catalog: Catalog,
  live: LiveCatalog,
  record: RecordReader,
) {
  const drift = () => live.drift;
  return control && new ControlPlane({ control, catalog, drift, record }, Date.now);
}

interface Closable {
  close(): Promise<void> | void;
}

/** Milliseconds for requests under way when the port closes, and for each part to close. */
const [grace, graceOfPart] = [20_000, 8_000];
const late = () => new Error('it does not close in time');

/** Closes what was opened, in reverse order. A part that does not close in time is left. */
async function closeInTurn(opened: readonly Closable[]): Promise<void> {
  for (const one of [...opened].reverse()) {
    const closed = (async () => one.close())();
    await withDeadline(closed, graceOfPart, late).catch(() => undefined);
  }
}

/**
 * Builds a gateway, which does not listen yet.
 *
 * @param openRecord not a setting; the benchmark replaces it to measure what the record costs
 */
export async function createGateway(
  deployment: Deployment,
  openRecord: (deployment: Deployment) => Promise<OpenRecord> = openRecordWriter,
): Promise<Gateway> {
  const logger = pino({ level: deployment.logLevel, redact: ['authorization', '*.authorization'] });
  const { catalog, connectors, live } = await openLiveCatalog(deployment, logger);
  const opened: Closable[] = [{ close: () => closeAll(connectors) }, live];
  try {
    const policy = await openPolicy(deployment, catalog, logger);
    opened.push(policy);
    tellWarnings(logger, catalog.warnings, policy.warnings);
    const { masterKey, now = Date.now } = deployment;
    const record = await openRecord(deployment);
    opened.push(record);
    const reader = new RecordReader(deployment.recordFile, recordKey(deployment));
    opened.push(reader);
    const watch = record.hasSealed ? new RecordWatch(reader, logger) : null;
    record.onSealed?.(() => void reader.makeIndexes().catch(() => undefined));
    const subjects = openSubjectCounter(deployment.redis, deriveKey('quota', masterKey), now);
    opened.push(subjects);
    await subjects.check();
    const people = new Hmac(deriveKey('record-person', masterKey));
    const identity = new Identity(Date.now);
    const exchange = new Exchange({
      catalog: live,
      policy: policy.port,
      identity,
      connectors,
      limits: deployment.limits,
      ...deriveAnswerKeys(masterKey),
      subjects,
      conceal: (id) => people.of('subject', id),
      ...(deployment.requireCase !== undefined && { requireOccasion: deployment.requireCase }),
      now,
    });
    let isDraining = false;
    const phase = async (): Promise<Phase> => {
      if (isDraining) return { kind: 'draining' };
      if (!policy.isCurrent())
        return { kind: 'not-ready', why: 'the control database is not read' };
      const [isRecorded, isCounted] = await Promise.all([record.isHealthy(), subjects.isReady()]);
      if (!isRecorded) return { kind: 'not-ready', why: 'the record cannot be written' };
      // What nobody is counted for is answered all the same, and by all gateways beside this one alike.
      if (!isCounted) {
        return { kind: 'degraded', why: 'lookups cannot be counted, and are not answered' };
      }
      if (watch?.state === 'damaged') {
        return { kind: 'degraded', why: 'the record is damaged: see `tongdao record verify`' };
      }
      const isReached = [...connectors.values()].every(
        ({ reach = 'reached' }) => reach === 'reached',
      );
      return isReached
        ? { kind: 'serving' }
        : {
            kind: 'degraded',
            why: 'a source cannot be reached; what is asked of it is not answered',
          };
    };
    const health = () => ({
      ...(watch && { record: watch.state }),
      sources: Object.fromEntries(
        Array.from(connectors, ([name, { reach = 'reached' }]) => [name, reach] as const),
      ),
    });
    const app = await createServer({
      exchange,
      hasProved: (authorization) => identity.hasVerified(authorization),
      record,
      conceal: (label, text) => people.of(label, text),
      catalog: catalog.version,
      administration: administrationOf(policy, catalog, live, reader),
      limits: deployment.limits,
      logger,
      phase,
      health,
      explorerDir,
      explorer: deployment.explorer,
      maxBodySize: deployment.maxBodySize,
      wire: deployment.wire,
    });
    const drain = () => {
      isDraining = true;
    };
    let closed: Promise<void> | undefined;
    const closeOnce = async () => {
      drain();
      // Without the record and the sources, what is still under way then is not answered.
      await withDeadline(app.close(), grace, late).catch(() => undefined);
      await closeInTurn(opened);
    };
    const close = () => (closed ??= closeOnce());
    return { app, catalog, live, drain, close };
  } catch (error) {
    // Anything left open would keep the process from ending.
    await closeInTurn(opened);
    throw error;
  }
}
