/** Milliseconds that ways are measured for at the least, so that short ones are measured often. */
const least = 2_000;

async function timed(run: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await run();
  return performance.now() - begun;
}

/**
 * Measures several ways to one thing in turn, another of them first in each round.
 *
 * @param rounds how many rounds there are at the least
 * @returns the times of each way, in milliseconds
 */
export async function inTurn(
  ways: readonly (() => Promise<unknown>)[],
  rounds: number,
): Promise<readonly (readonly number[])[]> {
  const measured = ways.map((way) => ({ way, times: [] as number[] }));
  const begun = performance.now();
  for (let round = 0; round < rounds || performance.now() - begun < least; round += 1) {
    const first = round % measured.length;
    for (const { way, times } of [...measured.slice(first), ...measured.slice(0, first)]) {
      times.push(await timed(way));
    }
  }
  return measured.map(({ times }) => times);
}
