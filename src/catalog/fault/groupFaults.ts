import type { Fault } from './fault.js';

/** A fault, and those that say the same of other fields of its type. */
export interface FaultGroup {
  readonly first: Fault;
  readonly others: readonly Fault[];
}

/** What a fault says, without the names of what it says it of. */
function sentenceOf({ file, message, about }: Fault): string | undefined {
  if (about?.field == null) return undefined;
  const names = [about.field, about.held].flatMap((name) => name ?? []);
  const words = message.split(/([\p{L}\p{N}_]+)/u);
  return JSON.stringify([
    file,
    about.type,
    words.map((word) => (names.includes(word) ? '…' : word)).join(''),
  ]);
}

/** Puts faults together that are one sentence about several fields of a type, each where its first stands. */
export function groupFaults(faults: readonly Fault[]): readonly FaultGroup[] {
  const groups: { readonly first: Fault; readonly others: Fault[] }[] = [];
  const known = new Map<string, Fault[]>();
  for (const fault of faults) {
    const sentence = sentenceOf(fault);
    const others = sentence === undefined ? undefined : known.get(sentence);
    if (others) {
      others.push(fault);
      continue;
    }
    const group = { first: fault, others: [] };
    groups.push(group);
    if (sentence !== undefined) known.set(sentence, group.others);
  }
  return groups;
}
