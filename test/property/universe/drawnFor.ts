import { createHash } from 'node:crypto';

/**
 * What is drawn for a cell of a statistic, under a key that is plain to see. That a scope has draws of its
 * own is tried elsewhere, so what an identity says of table and scope is left out here.
 */
export function drawnFor(identity: string): number {
  const cell = (JSON.parse(identity) as readonly string[]).at(-1)!;
  return Number.parseInt(createHash('sha256').update(cell).digest('hex').slice(0, 12), 16);
}
