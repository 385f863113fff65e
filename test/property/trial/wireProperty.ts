import fc from 'fast-check';
import { pino } from 'pino';

import { defaultLimits } from '../../../src/exchange/exchangeLimits.js';
import { stages } from '../../../src/exchange/stages.js';
import { createServer } from '../../../src/http/wire/createServer.js';
import type { Entry } from '../../../src/record/entry/entry.js';
import { explorerDir } from '../../../src/start/projectDir.js';
import { comparable } from '../../support/comparable.js';
import { sendOver } from '../../support/sendOver.js';
import { referenceDecide } from '../reference/decide.js';
import { prune } from '../universe/operation.js';
import { writeOperation, type WrittenOperation } from '../universe/writeOperation.js';

import { nextCursors } from './paging.js';
import { caseOf, expectEqual } from './properties.js';
import { exchangeOver, readShapes, settingOf, type Received, type Setting } from './universe.js';
import { openWorldDatabases, type WorldDatabases } from './worldDatabases.js';

export interface WireTally {
  runs: number;
  /** Operations that were answered with data. */
  answered: number;
  /** Of these, those that the short lane answered when they came again. */
  byLane: number;
}

export const newWireTally = (): WireTally => ({ runs: 0, answered: 0, byLane: 0 });

type Server = Parameters<typeof createServer>[0];

/** A server over one world, its record in memory. */
async function openServer(setting: Setting, databases: WorldDatabases) {
  const { exchange, charged } = exchangeOver(setting, databases, stages);
  const entries: Entry[] = [];
  let byFastify = 0;
  const parts: Server = {
    exchange,
    hasProved: () => true,
    record: {
      append: (entry) => {
        entries.push(entry);
        return Promise.resolve();
      },
    },
    conceal: (_label, text) => text,
    catalog: setting.catalog.version,
    administration: null,
    limits: defaultLimits,
    logger: pino({ level: 'silent' }),
    phase: () => Promise.resolve({ kind: 'serving' }),
    health: () => ({ sources: {} }),
    explorerDir,
    explorer: () => Promise.reject(new Error('no explorer')),
    maxBodySize: 1_000_000,
  };
  const app = await createServer(parts);
  app.addHook('onRequest', (_request, _reply, done) => {
    byFastify += 1;
    done();
  });

  /** One answer, with its entry and whom it was charged for. */
  async function ask(body: string, headers: Readonly<Record<string, string>>) {
    byFastify = 0;
    const answer = comparable(await sendOver({ app }, '/graphql', headers, body));
    const entry = { ...entries.at(-1), requestId: '', at: '' };
    entries.length = 0;
    return { answer, entry, charged: charged.splice(0), isByLane: byFastify === 0 };
  }
  return { ask, close: () => app.close() };
}

function requestOf({ query, variables }: WrittenOperation, statesOccasion: boolean) {
  const body = JSON.stringify({ query, variables });
  const headers = {
    authorization: 'Bearer app',
    purpose: 'purpose',
    'content-type': 'application/json',
    'acting-user': 'somebody',
    ...(statesOccasion && { 'case-reference': 'a case' }),
  };
  return { body, headers };
}

/**
 * What is answered again, past Apollo and past Fastify, is what Apollo answers: status, headers and body to
 * the byte, the entry on record, and who was charged.
 */
export async function allWaysAnswerAlike(tally: WireTally) {
  const databases = await openWorldDatabases();
  const shapes = await readShapes(databases);
  const property = fc.asyncProperty(caseOf({}), async (drawn) => {
    const operation = prune(drawn.asked, referenceDecide(drawn.catalog, drawn.policy), drawn.spare);
    await databases.write(drawn.given);
    const server = await openServer(settingOf(drawn, shapes), databases);

    async function compare(written: WrittenOperation): Promise<Received> {
      const { body, headers } = requestOf(written, drawn.statesOccasion);
      const length = { 'content-length': String(Buffer.byteLength(body)) };
      // Apollo negotiates what is accepted beside the usual; the second is learned from, the third known.
      const apollo = await server.ask(body, { ...headers, ...length, accept: '*/*, x/y' });
      await server.ask(body, { ...headers, ...length });
      const known = await server.ask(body, { ...headers, 'transfer-encoding': 'chunked' });
      const lane = await server.ask(body, { ...headers, ...length });
      const told = ({ isByLane: _, ...one }: typeof apollo) => one;
      expectEqual(told(known), told(apollo), 'Answered past Apollo as by it');
      expectEqual(told(lane), told(apollo), 'Answered past Fastify as by Apollo');
      const { data, errors = [] } = JSON.parse(lane.answer.text) as Partial<Received>;
      if (data) {
        tally.answered += 1;
        if (lane.isByLane) tally.byLane += 1;
      }
      return { data, errors, reads: [], charged: [] };
    }

    try {
      tally.runs += 1;
      const page = await compare(writeOperation(operation));
      const cursors = nextCursors(operation, page);
      if (cursors.some((cursor) => cursor !== null)) {
        await compare(writeOperation(operation, cursors));
      }
    } finally {
      await server.close();
    }
  });
  return { property, close: () => databases.close() };
}
