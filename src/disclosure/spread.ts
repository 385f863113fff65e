export interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** Between which bounds some of the numbers must come to in sum. */
export interface SumBounds extends Bounds {
  readonly parts: readonly number[];
}

const maxSweeps = 40;

/** Adds `wanted` to some of the numbers in all, to each in proportion to the room that it has. */
function share(
  values: number[],
  parts: readonly number[],
  wanted: number,
  room: readonly Bounds[],
) {
  const sign = Math.sign(wanted);
  const roomOf = (part: number) => {
    const { least, most } = room[part] ?? { least: 0, most: 0 };
    const value = values[part] ?? 0;
    return sign > 0 ? most - value : value - least;
  };
  const all = parts.reduce((sum, part) => sum + roomOf(part), 0);
  const amount = Math.min(Math.abs(wanted), all);
  if (amount === 0) return;
  let passed = 0;
  let given = 0;
  for (const part of parts) {
    const own = roomOf(part);
    passed += own;
    const added = Math.min(own, Math.floor((amount * passed) / all) - given);
    given += added;
    values[part] = (values[part] ?? 0) + sign * added;
  }
}

/** The sums that not even all room could bring within their bounds, by their places. */
function beyondReach(room: readonly Bounds[], sums: readonly SumBounds[]): readonly number[] {
  return sums.flatMap(({ parts, least, most }, at) => {
    const lowest = parts.reduce((sum, part) => sum + (room[part]?.least ?? 0), 0);
    const highest = parts.reduce((sum, part) => sum + (room[part]?.most ?? 0), 0);
    return highest < least || lowest > most ? at : [];
  });
}

/**
 * Looks for whole numbers, each within its room, whose sums are within their bounds. It begins with
 * zeros, and gives each sum in turn what it lacks, until nothing is lacking. This may miss numbers that
 * exist. It is quick, and always finds the same.
 *
 * @returns the sums that were out of their bounds at the end, by their places; none if all are within
 */
export function spread(room: readonly Bounds[], sums: readonly SumBounds[]): readonly number[] {
  const beyond = beyondReach(room, sums);
  if (beyond.length > 0) return beyond;
  const values = room.map(() => 0);
  const lackingOf = ({ parts, least, most }: SumBounds) => {
    const sum = parts.reduce((so, part) => so + (values[part] ?? 0), 0);
    return Math.max(0, least - sum) - Math.max(0, sum - most);
  };
  for (let sweep = 0; sweep < maxSweeps; sweep += 1) {
    let isWithin = true;
    for (const sum of sums) {
      const lacking = lackingOf(sum);
      if (lacking === 0) continue;
      isWithin = false;
      // A bit more than it lacks, so that what other sums take from it does not bring it back at once.
      const more = Math.floor((sum.most - sum.least) / 4);
      share(values, sum.parts, lacking + Math.sign(lacking) * more, room);
    }
    if (isWithin) return [];
  }
  return sums.flatMap((sum, at) => (lackingOf(sum) === 0 ? [] : at));
}
