import type { WrittenOperation } from '../universe/writeOperation.js';

import type { Ask, Received } from './universe.js';
import type { WorldDatabases } from './worldDatabases.js';

/** The same operation with the values of its variables handed on among those of one type: it asks for others. */
function rotated({ query, variables }: WrittenOperation): WrittenOperation {
  const byType = new Map<string, string[]>();
  for (const [, name = '', type = ''] of query.matchAll(/\$(v[0-9]+): ([^,=)]+)/g)) {
    if (name in variables) byType.set(type, [...(byType.get(type) ?? []), name]);
  }
  const handedOn = [...byType.values()].flatMap((names) =>
    names.map((name, at) => [name, variables[names[(at + 1) % names.length]!]] as const),
  );
  return { query, variables: { ...variables, ...Object.fromEntries(handedOn) } };
}

const told = ({ data, errors }: Received) => JSON.stringify({ data, errors });

/**
 * Asks an operation and one with other values at once, several times over: what a source is asked is put
 * together then, and each must be answered as it is alone.
 */
export async function askAtOnce(
  ask: Ask,
  written: WrittenOperation,
  statesOccasion: boolean,
  { connectors }: WorldDatabases,
): Promise<void> {
  const isPutTogether = [...connectors.values()].some(({ capabilities }) => capabilities.isRemote);
  if (!isPutTogether) return;
  const both = [written, rotated(written)];
  const alone: string[] = [];
  for (const one of both) alone.push(told(await ask(one, statesOccasion)));
  const together = await Promise.all([...both, ...both].map((one) => ask(one, statesOccasion)));
  const [first, second] = [
    JSON.stringify([...alone, ...alone]),
    JSON.stringify(together.map(told)),
  ];
  if (first !== second) throw new Error(`Asked at once as alone:\n  ${first}\n  ${second}`);
}
