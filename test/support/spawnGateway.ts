import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

import { deriveKey } from '../../src/keys/deriveKey.js';
import { verifyRecord, type RecordReport } from '../../src/record/verify/verifyRecord.js';
import { projectDir } from '../../src/start/projectDir.js';

import { recordText } from './recordText.js';
import { temporaryFolder } from './temporaryFolder.js';

/** The compiled programs that start a gateway and its command line. */
export interface Entry {
  readonly main: string;
  readonly cli: string;
}

const compiled = (file: string) => join(projectDir, 'dist', file);

/** What `npm start` and `npx tongdao` run. */
const withDemo: Entry = { main: compiled('demo/main.js'), cli: compiled('demo/tongdao.js') };

/** The same of `src` alone. */
export const withoutDemo: Entry = {
  main: compiled('src/start/main.js'),
  cli: compiled('src/cli/main.js'),
};

export type Environment = Readonly<Record<string, string>>;

/** What this process has in its environment, but for what would set a gateway's. */
export function environmentWith(settings: Environment): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(TONGDAO_|PORT$|HOST$|NODE_OPTIONS$)/.test(name),
  );
  return { ...Object.fromEntries(inherited), ...settings };
}

/** A port that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** A folder for a gateway's data, in which the demo of `from` lies already, where one is given. */
export function dataDir(from?: string): ReturnType<typeof temporaryFolder> {
  const folder = temporaryFolder();
  if (from) cpSync(join(from, 'demo'), join(folder.dir, 'demo'), { recursive: true });
  return folder;
}

/** The real thing: `node dist/demo/main.js`, listening on a port of its own. */
export async function spawnGateway(
  dir: string,
  settings: Environment = {},
  { main }: Entry = withDemo,
) {
  const port = Number(settings['PORT'] ?? (await freePort()));
  const child = spawn(process.execPath, [main], {
    env: environmentWith({
      TONGDAO_DATA_DIR: dir,
      PORT: String(port),
      TONGDAO_DRAIN_TIME: '0',
      ...settings,
    }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (output.stdout += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (output.stderr += chunk.toString('utf8')));
  const ended = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  const address = `http://127.0.0.1:${port}`;

  return {
    child,
    output,
    port,
    address,
    /** Posts an operation, or a body as it stands. */
    post: (headers: Readonly<Record<string, string>>, body: string | object, path = '/graphql') =>
      fetch(`${address}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    /** The exit code and the signal that ended it; undefined where it has not ended in time. */
    endedWithin: (milliseconds: number) =>
      Promise.race([ended, setTimeout(milliseconds, undefined, { ref: false })]),
    /** Waits until it answers that it is ready; throws what it said, should it end before. */
    async ready(within = 30_000): Promise<void> {
      const deadline = performance.now() + within;
      for (;;) {
        const status = await fetch(`${address}/readyz`).then(
          (answer) => answer.status,
          () => undefined,
        );
        if (status === 200) return;
        if (child.exitCode !== null) throw new Error(`it ended: ${output.stderr}`);
        if (performance.now() > deadline) throw new Error(`it is not ready: ${output.stdout}`);
        await setTimeout(25);
      }
    },
    /** Waits until it has said so much. */
    async said(pattern: RegExp, within = 10_000): Promise<void> {
      const deadline = performance.now() + within;
      while (!pattern.test(output.stdout)) {
        if (performance.now() > deadline) throw new Error(`it only said: ${output.stdout}`);
        await setTimeout(25);
      }
    },
    /** Ends it, whatever it is at. */
    async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      await ended;
    },
  };
}

export type SpawnedGateway = Awaited<ReturnType<typeof spawnGateway>>;

/** Runs `tongdao <args>` to its end. */
export function runCli(
  args: readonly string[],
  settings: Environment = {},
  { cli }: Entry = withDemo,
) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    env: environmentWith(settings),
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

/** Runs `node dist/demo/main.js` to its end, which must come by itself. */
export function runToEnd(settings: Environment, within = 15_000, { main }: Entry = withDemo) {
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [main], {
    env: environmentWith(settings),
    encoding: 'utf8',
    timeout: within,
    killSignal: 'SIGKILL',
  });
  return { status, signal, stdout, stderr };
}

/** The ID number of the resident whom the demo's operation looks up. */
export const demoIdNo = '370202199107157904';

/** The requests of the demo's clients, as its explorer would send them. */
export async function demoRequesters(address: string): Promise<readonly Record<string, string>[]> {
  const config = (await (await fetch(`${address}/explorer/config.json`)).json()) as {
    occasion: { actingUser: string; caseReference: string };
    requesters: { token: string | null; purpose: string | null }[];
  };
  const { actingUser, caseReference } = config.occasion;
  const occasion = { 'acting-user': actingUser, 'case-reference': caseReference };
  return config.requesters.flatMap(({ token, purpose }) =>
    token === null || purpose === null
      ? []
      : [
          {
            'content-type': 'application/json',
            authorization: `Bearer ${token}`,
            purpose,
            ...occasion,
          },
        ],
  );
}

/** What the walk over a demo gateway's record finds. */
export function verifyDemoRecord(dir: string): Promise<RecordReport> {
  const masterKey = readFileSync(join(dir, 'demo', 'master.key'));
  return verifyRecord(join(dir, 'record.jsonl'), deriveKey('record', masterKey));
}

/** The request ids of a record's whole lines. */
export function recordedIds(dir: string): ReadonlySet<string> {
  const text = recordText(join(dir, 'record.jsonl'));
  return new Set([...text.matchAll(/"requestId":"([0-9a-f-]{36})".*\n/g)].map(([, id]) => id!));
}
