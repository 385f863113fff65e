import type { Fault } from './fault.js';
import { groupFaults, type FaultGroup } from './groupFaults.js';

const placed = ({ about, line, column }: Fault) => `${about?.field ?? ''} (${line}:${column})`;

/** A fault with the lines around it, whose place stands above; then where it is so, too. */
function inWords({ first, others }: FaultGroup, kind: string): string {
  const { file, line, column, message, frame } = first;
  return [
    `${file}:${line}:${column} ${kind}${message}`,
    frame.slice(frame.indexOf('\n') + 1),
    ...(others.length > 0 ? [`The same of ${others.map(placed).join(', ')}.`] : []),
  ].join('\n');
}

/** Faults for people. One sentence about several fields of a type is told once. */
export function faultsInWords(faults: readonly Fault[], kind = ''): readonly string[] {
  return groupFaults(faults).map((group) => inWords(group, kind));
}
