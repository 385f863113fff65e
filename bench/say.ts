/** Progress is no part of what a run prints. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
