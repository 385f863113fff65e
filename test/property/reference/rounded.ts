import { createHash } from 'node:crypto';

import { groupName, type GroupBy } from '../universe/aggregates.js';
import { atMost, threshold, type CubeModel } from '../universe/cubes.js';
import { drawnFor } from '../universe/drawnFor.js';
import { model, type ModelRow } from '../universe/model.js';

import { groupValue } from './aggregate.js';

type Member = string | null;
/** A member in each dimension; undefined for the sum over it. */
type Places = readonly (Member | undefined)[];

interface WantedCell {
  readonly places: Places;
  readonly over: readonly string[];
  readonly group: Readonly<Record<string, Member>>;
}

const byCodePoint = (one: Member, other: Member) =>
  one === null || other === null
    ? Number(one === null) - Number(other === null)
    : Buffer.compare(Buffer.from(one), Buffer.from(other));

/** A statistic of rows, worked out again from the rows for every number. */
export class Rounded {
  readonly #by: readonly GroupBy[];
  readonly #rows: readonly ModelRow[];
  readonly #named: (readonly string[])[] = [];
  #tellsRest: boolean[] = [];

  constructor({ dimensions }: CubeModel, rows: readonly ModelRow[]) {
    this.#by = dimensions;
    this.#rows = rows;
    this.#name();
  }

  /**
   * "Named only if the member's own total, rounded as a cell, and the sum of its rounded cells are both
   * two bases at the least; the others form the rest, told only if both are three. Repeat until stable."
   */
  #name(): void {
    this.#by.forEach((by, at) => {
      const values = new Set(this.#rows.map((row) => groupValue(row, by) as Member));
      this.#named[at] = [...values].filter(
        (value) => value !== null && this.#round(this.#alone(at, value), null) >= 2,
      ) as string[];
    });
    for (;;) {
      this.#tellsRest = this.#by.map((_, at) => this.#round(this.#alone(at, null), null) >= 3);
      for (;;) {
        const low = this.#by.map((_, at) =>
          this.#named[at]!.filter((member) => this.#cellsOf(at, member) < 2),
        );
        if (low.some(({ length }) => length > 0)) {
          low.forEach((members, at) => {
            this.#named[at] = this.#named[at]!.filter((member) => !members.includes(member));
          });
          break;
        }
        const rests = this.#by.map((_, at) => this.#tellsRest[at]! && this.#cellsOf(at, null) >= 3);
        if (rests.join() === this.#tellsRest.join()) return;
        this.#tellsRest = rests;
      }
    }
  }

  #alone(at: number, member: Member): Places {
    return this.#by.map((_, other) => (other === at ? member : undefined));
  }

  #cellsOf(at: number, member: Member): number {
    return this.#inner()
      .filter((places) => places[at] === member)
      .reduce((sum, places) => sum + this.#round(places, null), 0);
  }

  #members(at: number): readonly Member[] {
    const named = [...this.#named[at]!].sort(byCodePoint);
    return this.#tellsRest[at] ? [...named, null] : named;
  }

  #combined(more: readonly undefined[]): readonly Places[] {
    return this.#by.reduce<readonly Places[]>(
      (all, _, at) =>
        all.flatMap((one) => [...this.#members(at), ...more].map((place) => [...one, place])),
      [[]],
    );
  }

  #inner(): readonly Places[] {
    return this.#combined([]);
  }

  #rowsIn(places: Places): readonly ModelRow[] {
    return this.#rows.filter((row) =>
      this.#by.every((by, at) => {
        const value = groupValue(row, by) as Member;
        const place = places[at];
        if (place === undefined) return true;
        return place === null ? !this.#named[at]!.includes(value as string) : value === place;
      }),
    );
  }

  #valueOf(places: Places, measure: string | null): number {
    const rows = this.#rowsIn(places);
    if (measure === null) return rows.length;
    const values = rows.map((row) => Number(row[measure] ?? 0));
    return values.reduce((sum, one) => sum + Math.max(-atMost, Math.min(atMost, one)), 0);
  }

  #baseOf(measure: string | null): number {
    return measure === null ? threshold : threshold * atMost;
  }

  #drawn(places: Places, measure: string | null): number {
    const pairs = this.#by.flatMap(({ field, part }, at): (readonly [string, ...unknown[]])[] => {
      // "Two fields of one column must not draw twice for one number."
      const { sameAs = field } = model.Person.fields[field] ?? {};
      const [place, name] = [places[at], JSON.stringify([sameAs, part])];
      if (place === undefined) return [];
      if (place !== null) return [[name, place]];
      const others = JSON.stringify([...this.#named[at]!].sort(byCodePoint));
      return [[name, null, createHash('sha256').update(others).digest('hex')]];
    });
    pairs.sort(([one], [other]) => byCodePoint(one, other));
    return drawnFor(JSON.stringify([JSON.stringify([pairs, measure])]));
  }

  /** A number as a cell is rounded, in bases. */
  #round(places: Places, measure: string | null): number {
    const base = this.#baseOf(measure);
    const offset = this.#drawn(places, measure) % base;
    return Math.floor((this.#valueOf(places, measure) + offset) / base);
  }

  /** The cells that must be told, in order. */
  cells(): readonly WantedCell[] {
    if (this.#inner().length === 0) return [];
    return this.#combined([undefined]).map((places) => ({
      places,
      over: this.#by.filter((_, at) => places[at] === undefined).map(groupName),
      group: Object.fromEntries(this.#by.map((by, at) => [groupName(by), places[at] ?? null])),
    }));
  }

  tellsSums(count: number): boolean {
    return count >= 2 * threshold;
  }

  #total(places: Places, measure: string | null): number {
    const step = 2 * this.#baseOf(measure);
    const offset = this.#drawn(places, measure) % step;
    return Math.floor((this.#valueOf(places, measure) + offset) / step) * step;
  }

  /** What the rounded cells of a total come to. */
  #sumOfCells(total: Places, measure: string | null): number {
    const cells = this.#inner().filter((places) =>
      places.every((place, at) => total[at] === undefined || total[at] === place),
    );
    return cells.reduce(
      (sum, places) => sum + this.#round(places, measure) * this.#baseOf(measure),
      0,
    );
  }

  /** "Never more than so many people can have": what is wrong with a sum beside a count. */
  wrongSum(places: Places, measure: string, told: number, count: number): string | null {
    const most = count * atMost;
    if (Math.abs(told) > most) return `${told} is told of ${count}`;
    const wrong = this.wrongNumber(places, measure, told);
    if (wrong === null || Math.abs(told) < most) return wrong;
    const alone = places.includes(undefined)
      ? this.#total(places, measure)
      : this.#round(places, measure) * this.#baseOf(measure);
    return Math.sign(alone) === Math.sign(told) && Math.abs(alone) >= most ? null : wrong;
  }

  /** What is wrong with a number that is told; null where it is right. */
  wrongNumber(places: Places, measure: string | null, told: number): string | null {
    const base = this.#baseOf(measure);
    if (!places.includes(undefined)) {
      const wanted = this.#round(places, measure) * base;
      return told === wanted ? null : `${told} is told for ${wanted}`;
    }
    const [alone, cells] = [this.#total(places, measure), this.#sumOfCells(places, measure)];
    if (told === alone) return null;
    // A total that its cells contradict is moved towards them, by twice the base, and stops by them.
    const areAllNear = this.#combined([undefined])
      .filter((total) => total.includes(undefined))
      .every(
        (total) => Math.abs(this.#total(total, measure) - this.#sumOfCells(total, measure)) <= base,
      );
    const isBetween =
      Math.abs(told - alone) % (2 * base) === 0 &&
      Math.sign(told - alone) === Math.sign(cells - alone) &&
      Math.abs(told - alone) < Math.abs(cells - alone) + base;
    return isBetween && !areAllNear ? null : `${told} is told for a total of ${alone}`;
  }
}
