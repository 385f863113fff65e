import { createServer, connect, type Server, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { createDatabase, mariadbUrl, type TestDatabase } from '../support/mariadb.js';
import {
  dataDir,
  demoIdNo,
  demoRequesters,
  runCli,
  spawnGateway,
  type SpawnedGateway,
} from '../support/spawnGateway.js';

/** The way to the server, which can be cut and mended. */
class Wire {
  readonly #sockets = new Set<Socket>();
  #server: Server | undefined;
  port = 0;

  async mend(): Promise<void> {
    const target = new URL(mariadbUrl);
    const server = createServer((here) => {
      const there = connect(Number(target.port || 3306), target.hostname);
      for (const socket of [here, there]) {
        this.#sockets.add(socket);
        socket.on('error', () => undefined);
        socket.on('close', () => this.#sockets.delete(socket));
      }
      here.pipe(there).pipe(here);
    });
    await new Promise<void>((settle) => server.listen(this.port, '127.0.0.1', settle));
    const address = server.address();
    if (typeof address === 'object' && address) this.port = address.port;
    this.#server = server;
  }

  cut(): void {
    this.#server?.close();
    for (const socket of this.#sockets) socket.destroy();
  }
}

interface ActiveGrant {
  readonly id: string;
  readonly client: { readonly id: string };
  readonly purpose: string;
  readonly validUntil: string;
  readonly resources: Readonly<
    Record<string, { readonly fields: Readonly<Record<string, object>> }>
  >;
}

/** What creates the demo's first grant anew, masked, so that it needs no approval. */
function inputOf(grants: readonly ActiveGrant[]): object {
  const found = grants.find(({ id }) => id === 'G-2026-0001');
  if (!found) throw new Error('the demo has no grant G-2026-0001');
  const { client, purpose, validUntil } = found;
  const resources = Object.fromEntries(
    Object.entries(found.resources).map(([name, given]) => {
      const fields = Object.entries(given.fields).map(
        ([field, stated]) => [field, 'approvedBy' in stated ? {} : stated] as const,
      );
      return [name, { ...given, fields: Object.fromEntries(fields) }];
    }),
  );
  return { client: client.id, purpose, scenario: purpose, validUntil, resources };
}

/**
 * What holds of two gateways that share a control database.
 *
 * @param turns how many times a grant is revoked at the one and asked under at the other
 */
export function defineLivePolicy(turns: number): void {
  describe('two gateways on one control database', () => {
    const wire = new Wire();
    const folders = [dataDir()];
    const gateways: SpawnedGateway[] = [];
    let database: TestDatabase;
    let requester: Record<string, string>;
    let authority: string;
    let approved: object;

    beforeAll(async () => {
      database = await createDatabase('tongdao_control');
      await wire.mend();
      const url = new URL(database.url);
      url.port = String(wire.port);
      // Who waits for an answer asks for one citizen many times in a second, under one grant.
      const settings = { TONGDAO_CONTROL: url.href, TONGDAO_SUBJECT_LOOKUPS_PER_DAY: '1000000' };
      // Both sign with the same demo's keys: the second begins with a copy of the first one's folder.
      const first = await spawnGateway(folders[0]!.dir, settings);
      await first.ready();
      const copy = dataDir(folders[0]!.dir);
      folders.push(copy);
      const second = await spawnGateway(copy.dir, settings);
      await second.ready();
      gateways.push(first, second);
      requester = (await demoRequesters(first.address))[0]!;
      const token = runCli(['token', '--administrator', 'authority'], {
        TONGDAO_DATA_DIR: folders[0]!.dir,
      });
      authority = token.stdout.trim();
      const { grants } = await administer(
        '{ grants(status: ACTIVE) { id client { id } purpose validUntil resources } }',
      );
      approved = inputOf(grants as readonly ActiveGrant[]);
    }, 60_000);

    afterAll(async () => {
      for (const gateway of gateways) await gateway.kill('SIGTERM');
      wire.cut();
      await database.drop();
      for (const { remove } of folders) remove();
    });

    async function ask(
      gateway: SpawnedGateway,
    ): Promise<{ status: number; code: string | undefined }> {
      const query = `{ resident(idNo: "${demoIdNo}") { name } }`;
      const answer = await gateway.post(requester, { query });
      const body = (await answer.json()) as { errors?: { extensions: { code: string } }[] };
      return { status: answer.status, code: body.errors?.[0]?.extensions.code };
    }

    /** Administers through the first gateway. */
    async function administer(query: string, variables?: object): Promise<Record<string, unknown>> {
      const headers = { authorization: `Bearer ${authority}` };
      const answer = await gateways[0]!.post(headers, { query, variables }, '/admin/graphql');
      const { data, errors } = (await answer.json()) as {
        data?: Record<string, unknown>;
        errors?: unknown;
      };
      if (!data || errors) throw new Error(`it was refused: ${JSON.stringify(errors)}`);
      return data;
    }

    const revoke = (id: string) =>
      administer('mutation ($id: ID!) { revokeGrant(id: $id, reason: "any") { id } }', { id });

    async function grantAnew(): Promise<string> {
      const { createGrant } = await administer(
        'mutation ($input: CreateGrantInput!) { createGrant(input: $input) { id } }',
        { input: approved },
      );
      return (createGrant as { id: string }).id;
    }

    /** Milliseconds until a gateway answers so; fails after a second. */
    async function untilAnswers(
      gateway: SpawnedGateway,
      code: string | undefined,
    ): Promise<number> {
      const begun = performance.now();
      for (;;) {
        if ((await ask(gateway)).code === code) return performance.now() - begun;
        if (performance.now() - begun > 1_000)
          throw new Error(`it does not answer ${String(code)}`);
        await setTimeout(5);
      }
    }

    it(`refuse at the other what was revoked at the one, within a second, ${turns} times of ${turns}`, async () => {
      const [here, there] = [gateways[0]!, gateways[1]!];
      const times: number[] = [];
      let grant = 'G-2026-0001';
      for (let turn = 0; turn < turns; turn += 1) {
        const begun = performance.now();
        await revoke(grant);
        // In force with its answer where it was made.
        expect((await ask(here)).code).toBe('PURPOSE_NOT_VALID');
        await untilAnswers(there, 'PURPOSE_NOT_VALID');
        times.push(performance.now() - begun);
        grant = await grantAnew();
        expect((await ask(here)).code).toBeUndefined();
        await untilAnswers(there, undefined);
      }
      times.sort((one, other) => one - other);
      console.info(
        `from the call that revokes to the other's refusal: median ${times[turns / 2]!.toFixed(0)} ms, maximum ${times.at(-1)!.toFixed(0)} ms`,
      );
      expect(times).toHaveLength(turns);
      expect(times.at(-1)).toBeLessThan(1_000);
    }, 120_000);

    it('answer NOT_READY within a second of its loss, say so, and recover by themselves', async () => {
      wire.cut();
      const lost = gateways.map((gateway) => untilAnswers(gateway, 'NOT_READY'));
      expect(Math.max(...(await Promise.all(lost)))).toBeLessThan(1_000);
      for (const gateway of gateways) {
        expect((await ask(gateway)).status).toBe(503);
        expect((await fetch(`${gateway.address}/readyz`)).status).toBe(503);
      }
      await wire.mend();
      for (const gateway of gateways) {
        await gateway.ready(10_000);
        expect(await ask(gateway)).toEqual({ status: 200, code: undefined });
        expect(gateway.output.stdout + gateway.output.stderr).not.toMatch(
          /SELECT|ECONN|127\.0\.0\.1:\d+.*mysql/,
        );
      }
    }, 60_000);
  });
}
