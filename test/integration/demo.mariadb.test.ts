import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { withoutRequestId } from '../support/alike.js';
import { mariadbUrl } from '../support/mariadb.js';
import {
  dataDir,
  demoIdNo,
  demoRequesters,
  runCli,
  spawnGateway,
  type SpawnedGateway,
} from '../support/spawnGateway.js';

const demoServer = mariadbUrl.replace(/\/$/, '');
const [onFiles, onServer] = [dataDir(), dataDir()];
let files: SpawnedGateway;
let server: SpawnedGateway;

function curlLines({ output }: SpawnedGateway): readonly string[] {
  return output.stdout.split('\n').filter((line) => line.startsWith('curl '));
}

/** The body that a line sends. */
function bodyOf(line: string): string {
  return / -d '(.*)'$/.exec(line)?.[1] ?? '';
}

/** What each of the demo's requesters, the public included, is answered, to the byte. */
async function answersOf(gateway: SpawnedGateway, body: string): Promise<readonly string[]> {
  const requesters = [...(await demoRequesters(gateway.address)), {}];
  return Promise.all(
    requesters.map(async (headers) => {
      const answer = await gateway.post(headers, body);
      return withoutRequestId(await answer.text());
    }),
  );
}

describe('the demo on MariaDB', () => {
  beforeAll(async () => {
    // The first of these to run writes the data; where it is there, it is used again.
    const settings = { TONGDAO_DEMO: demoServer, TONGDAO_DATA_DIR: onServer.dir };
    // A server keeps no column of days from a zero day, which is said of the four that there are.
    const checked = runCli(['check'], settings);
    expect(checked).toMatchObject({ status: 0, stderr: '' });
    expect(checked.stdout).toMatch(/\nno faults in 7 catalogs, 4 warnings\n$/);
    expect(checked.stdout.match(/warning: Column "\w+" may hold what is no day/g)).toHaveLength(4);
    server = await spawnGateway(onServer.dir, settings);
    files = await spawnGateway(onFiles.dir);
    await Promise.all([server.ready(), files.ready()]);
    for (const gateway of [server, files]) await gateway.said(/(^curl .*\n[^]*){3}/m);
  }, 120_000);
  afterAll(async () => {
    await Promise.all([server.kill(), files.kill()]);
    onFiles.remove();
    onServer.remove();
  });

  it('uses again what is there, and writes no file of data', () => {
    expect(server.output.stdout).toMatch(
      /^Tongdao is starting …\n(?:\{"level":40,.*may hold what is no day.*\n){4}Ready at /,
    );
    expect(server.output.stderr).toBe('');
    expect(
      readdirSync(join(onServer.dir, 'demo')).filter((file) => /^(?!control-).*sqlite/.test(file)),
    ).toEqual([]);
  });

  it('prints lines that work', () => {
    const lines = curlLines(server);
    expect(lines.length).toBe(3);
    expect(lines.map(bodyOf)).toEqual(curlLines(files).map(bodyOf));
    for (const line of lines) {
      const { status, stdout } = spawnSync('bash', ['-c', line], { encoding: 'utf8' });
      expect(status).toBe(0);
      expect(JSON.parse(stdout)).toMatchObject({ data: { resident: { name: expect.anything() } } });
    }
  });

  it('answers as it does on files, whoever asks', async () => {
    const insurances = `{ resident(idNo: "${demoIdNo}") {
      insurance(first: 1) { nodes { status startedOn monthlyBase } }
    } }`;
    const openData = `{
      provinces(first: 2) { nodes { code name } }
      airports(first: 2, where: { provinceCode: { eq: "37" } }) { nodes { name latitude elevation } }
      schools(first: 2, orderBy: [{ places: DESC }]) { nodes { name division { name } } }
    }`;
    const more = [insurances, openData].map((query) => JSON.stringify({ query }));
    const bodies = [...new Set(curlLines(server).map(bodyOf)), ...more];
    expect(bodies.length).toBe(4);
    for (const body of bodies) {
      const answers = await answersOf(server, body);
      expect(answers).toEqual(await answersOf(files, body));
      expect(answers.length).toBe(4);
      expect(answers.some((text) => !text.includes('"errors"'))).toBe(true);
    }
  });
});
