import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { demoCompaniesOperation, demoOperation } from '../../demo/ask/demoOperation.js';
import { withoutRequestId } from '../support/alike.js';
import {
  dataDir,
  demoIdNo,
  demoRequesters,
  spawnGateway,
  type SpawnedGateway,
} from '../support/spawnGateway.js';

const [onFiles, onServer] = [dataDir(), dataDir()];
let files: SpawnedGateway;
let server: SpawnedGateway;

const insurances = `{ resident(idNo: "${demoIdNo}") {
  insurance(first: 1) { nodes { status startedOn monthlyBase } }
} }`;
const houses = `{ resident(idNo: "${demoIdNo}") {
  houses(first: 3) { totalCount nodes { usage builtIn area } }
} }`;
const openData = `{
  provinces(first: 2) { nodes { code name } }
  airports(first: 2, where: { provinceCode: { eq: "37" } }) { nodes { name latitude elevation } }
  schools(first: 2, orderBy: [{ places: DESC }]) { nodes { name division { name } } }
}`;

/** The demo with its data on servers, beside one on files. */
export function defineDemoOn(servers: readonly string[]): void {
  beforeAll(async () => {
    // The first of these to run writes the data; where it is there, it is used again.
    const settings = { TONGDAO_DEMO: servers.map((url) => url.replace(/\/$/, '')).join() };
    server = await spawnGateway(onServer.dir, settings);
    files = await spawnGateway(onFiles.dir);
    await Promise.all([server.ready(90_000), files.ready(90_000)]);
  }, 120_000);
  afterAll(async () => {
    await Promise.all([server.kill(), files.kill()]);
    onFiles.remove();
    onServer.remove();
  });

  it.each([demoOperation, demoCompaniesOperation, insurances, houses, openData])(
    'answers as it does on files, whoever asks: %#',
    async (query) => {
      const told = await Promise.all(
        [server, files].map(async (gateway) => {
          const requesters = [...(await demoRequesters(gateway.address)), {}];
          return Promise.all(
            requesters.map(async (headers) => {
              const answer = await gateway.post(headers, JSON.stringify({ query }));
              return withoutRequestId(await answer.text());
            }),
          );
        }),
      );
      expect(told[0]).toEqual(told[1]);
      expect(told[0]).toHaveLength(4);
      expect(told[0]!.some((text) => !text.includes('"errors"'))).toBe(true);
    },
  );
}
