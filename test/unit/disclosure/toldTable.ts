import type { PublishedCell } from '../../../src/disclosure/publishCube.js';
import type { RoundedTable } from '../../../src/disclosure/repairTotals.js';

/** The counts that were published, as the table that whoever reads them makes of them. */
export function toldTable(cells: readonly PublishedCell[], base: number): RoundedTable {
  const inner = cells.filter(({ members }) => !members.includes(undefined));
  const totals = cells.filter(({ members }) => members.includes(undefined));
  return {
    base,
    cells: inner.map(({ count }) => count / base),
    totals: totals.map(({ members, count }) => {
      const [place, ...others] = members.filter((one) => one !== undefined);
      const isOfOne = place !== undefined && others.length === 0;
      const isPart = (cell: PublishedCell) =>
        members.every((member, at) => member === undefined || member === cell.members[at]);
      return {
        told: count / base,
        parts: inner.flatMap((cell, at) => (isPart(cell) ? at : [])),
        of: isOfOne ? (place === null ? 'rest' : 'member') : null,
      };
    }),
    hasNegative: false,
  };
}
