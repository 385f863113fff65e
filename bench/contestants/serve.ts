import type { BenchData } from '../benchData.js';

/** How a contestant is asked once it listens. */
export interface Address {
  readonly url: string;
  /** Headers that each of its requests carries. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface Contestant {
  readonly address: Address;
  readonly close: () => Promise<void>;
}

/** The arguments of a contestant's process. */
export function toArguments({ divisions, population, dir }: BenchData): string[] {
  return [divisions, population, dir];
}

function fromArguments([divisions, population, dir]: readonly string[]): BenchData {
  if (divisions === undefined || population === undefined || dir === undefined) {
    throw new TypeError('a contestant is started by the runner');
  }
  return { divisions, population, dir };
}

/** A contestant's whole process: it listens, tells where, and ends when the runner lets go of it. */
export async function serve(start: (data: BenchData) => Promise<Contestant>): Promise<void> {
  // Ctrl-C goes to every process of the terminal: the runner decides what comes of it.
  process.on('SIGINT', () => undefined);
  const { address, close } = await start(fromArguments(process.argv.slice(2)));
  process.once('disconnect', () => {
    close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
  process.send?.(address);
}
