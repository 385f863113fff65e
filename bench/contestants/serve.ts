import { once } from 'node:events';

import type { BenchData } from '../benchData.js';

/** How a contestant is asked once it listens. */
export interface Address {
  readonly url: string;
  /** Headers that each of its requests carries. */
  readonly headers: Readonly<Record<string, string>>;
}

/** What a process uses: CPU time in microseconds, and memory in bytes. */
export interface Usage extends NodeJS.CpuUsage {
  readonly memory: number;
}

export interface Contestant {
  readonly address: Address;
  readonly close: () => Promise<void>;
}

/**
 * A contestant's whole process: it is told of the data, listens, tells where, then how much CPU time it has
 * used and how much memory it has as often as it is asked, and ends when the runner lets go of it.
 */
export async function serve(start: (data: BenchData) => Promise<Contestant>): Promise<void> {
  if (!process.send) throw new TypeError('a contestant is started by the runner');
  // Ctrl-C goes to every process of the terminal: the runner decides what comes of it.
  process.on('SIGINT', () => undefined);
  const [data] = (await once(process, 'message')) as [BenchData];
  const { address, close } = await start(data);
  process.once('disconnect', () => {
    close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
  process.on('message', () => {
    process.send?.({ ...process.cpuUsage(), memory: process.memoryUsage.rss() } satisfies Usage);
  });
  process.send(address);
}
