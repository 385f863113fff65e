import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import type { BenchData } from '../benchData.js';
import type { Address, Usage } from '../contestants/serve.js';
import type { SourceKind } from '../sourceKind.js';

export const contestantNames = ['raw', 'mercurius', 'naive', 'tongdao'] as const;
export type ContestantName = (typeof contestantNames)[number] | 'unrecorded';

/** A contestant that reads from one source and listens, in a process of its own. */
export interface Running {
  readonly source: SourceKind;
  readonly name: ContestantName;
  readonly address: Address;
  /** The CPU time that its process has used so far, in microseconds, the kernel's for it included. */
  readonly cpu: () => Promise<number>;
  /** The bytes of memory that its process has. */
  readonly memory: () => Promise<number>;
  readonly stop: () => Promise<void>;
}

export function describeContestant({ source, name }: Pick<Running, 'source' | 'name'>): string {
  return `${name} on ${source}`;
}

const patience = 10_000;

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  const timer = setTimeout(() => child.kill('SIGKILL'), patience);
  if (child.connected) child.disconnect();
  await ended;
  clearTimeout(timer);
}

async function ready(child: ChildProcess): Promise<Address> {
  const settled = new AbortController();
  const { signal } = settled;
  try {
    return await Promise.race([
      once(child, 'message', { signal }).then(([address]) => address as Address),
      once(child, 'exit', { signal }).then(([code]) => {
        throw new Error(`it ended with ${String(code)}`);
      }),
      once(AbortSignal.timeout(patience), 'abort', { signal }).then(() => {
        throw new Error('it took too long');
      }),
    ]);
  } finally {
    settled.abort();
  }
}

async function usage(child: ChildProcess): Promise<Usage> {
  child.send('usage');
  const [used] = (await once(child, 'message')) as [Usage];
  return used;
}

async function cpu(child: ChildProcess): Promise<number> {
  const { user, system } = await usage(child);
  return user + system;
}

/** Starts a contestant and waits until it listens. */
export async function startContestant(
  name: ContestantName,
  source: SourceKind,
  data: BenchData,
): Promise<Running> {
  const file = fileURLToPath(new URL(`../contestants/${name}/main.js`, import.meta.url));
  const child = fork(file, {
    env: { ...process.env, NODE_ENV: 'production' },
    // What it has to say is no part of the table.
    stdio: ['ignore', 2, 2, 'ipc'],
  });
  // By message: an argument could be read by anyone on the machine, a password in it too.
  child.send(data);
  try {
    const address = await ready(child);
    const memory = async () => (await usage(child)).memory;
    return { source, name, address, cpu: () => cpu(child), memory, stop: () => stop(child) };
  } catch (cause) {
    await stop(child);
    throw new Error(`${describeContestant({ source, name })} did not start`, { cause });
  }
}
