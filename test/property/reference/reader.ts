import { responsePathAsArray as pathToArray, type GraphQLResolveInfo } from 'graphql';

import { applyMask } from '../../../src/mask/applyMask.js';
import type { Claimed } from '../universe/claims.js';
import type { Direction } from '../universe/conditions.js';
import { hashKey } from '../universe/hashKey.js';
import { keyFields, pageColumns } from '../universe/keys.js';
import { stepsOf } from '../universe/links.js';
import { model, type ModelRow, type TypeName, type World } from '../universe/model.js';
import { grantId } from '../universe/policy.js';

import { comparerOf, comparingOf, meetsOperator, type Comparing, type Value } from './comparing.js';
import type { ReferenceDecisions } from './decide.js';
import { isMisfit, isTooLarge, meaningOf, maskedAs } from './meaning.js';
import {
  asKeyOf,
  asKeyOfEnds,
  citizensBy,
  ledTo,
  rowOfKey,
  type AsKey,
  type KeyPart,
} from './spelling.js';
import { verdictOf, type ReferenceVerdict } from './verify.js';

type Operators = Readonly<Record<string, unknown>>;
export type Conditions = Readonly<Record<string, unknown>>;

/** One of `first` and `last`. */
export interface PageArguments {
  readonly first?: number;
  readonly last?: number;
  readonly where?: Conditions;
  readonly orderBy?: readonly Readonly<Record<string, Direction>>[];
}

function meetsOperators(value: Value, stated: Operators, comparing: Comparing): boolean {
  return Object.entries(stated).every(([name, operand]) =>
    meetsOperator(value, name, operand, comparing),
  );
}

/** Told by graphql-js at the place of what needed one row, or at a part of the list that needed an order. */
export class NotUnique extends Error {
  constructor(of: 'itself' | 'its list') {
    super(`not unique: ${of}`);
  }
}

/** Told at a page that would begin or end at what is too large: its cursor cannot hold that. */
export class NoCursor extends Error {
  readonly of: 'startCursor' | 'endCursor';

  constructor(of: NoCursor['of']) {
    super(`no ${of}`);
    this.of = of;
  }
}

type Place = readonly [string, Direction];

/**
 * "Nulls last, unless they are to come first; `pageBy` last of all, in the direction of what is before it":
 * what follows it decides nothing.
 */
function placesOf(type: TypeName, orderBy: PageArguments['orderBy'] = []): readonly Place[] {
  const stated = orderBy.flatMap((place) => Object.entries(place));
  const places = pageColumns(type).map((column) => stated.findIndex(([name]) => name === column));
  if (places.every((place) => place >= 0)) return stated.slice(0, Math.max(...places) + 1);
  const missing = pageColumns(type).filter((_, at) => places[at] === -1);
  const ties = stated.at(-1)?.[1].startsWith('DESC') ? 'DESC' : 'ASC';
  return [...stated, ...missing.map((column) => [column, ties] as const)];
}

/** Whether two neighbours are alike in all that orders them, where no index keeps them apart. */
function hasTwins(type: TypeName, rows: readonly ModelRow[], places: readonly Place[]): boolean {
  if (!model[type].isVouched) return false;
  const placed = rows.map((row) => {
    const meaning = meaningOf(type, row);
    const told = places.map(([name]) => meaning[name] ?? null);
    // "Nobody knows whether it is another's like."
    return JSON.stringify(
      told.map((value, at) => (isTooLarge(type, places[at]![0], value) ? 'large' : [value])),
    );
  });
  return placed.some((place, at) => place === placed[at - 1]);
}

/** Answers by graphql-js' own executor, row by row, value by value. */
export class Reader {
  readonly #world: World;
  readonly #decisions: ReferenceDecisions;
  /** Where rows were left out of what must have a cursor of each. */
  readonly leftOut: string[] = [];

  constructor(world: World, decisions: ReferenceDecisions) {
    this.#world = world;
    this.#decisions = decisions;
  }

  #meets(type: TypeName, row: ModelRow, where: Conditions): boolean {
    const meets = (one: Conditions) => this.#meets(type, row, one);
    return Object.entries(where).every(([name, part]) => {
      if (name === 'and') return (part as readonly Conditions[]).every(meets);
      if (name === 'or') return (part as readonly Conditions[]).some(meets);
      if (name === 'not') return !meets(part as Conditions);
      if (Object.hasOwn(model[type].links, name)) {
        return this.#meetsThrough(type, row, name, part as Readonly<Record<string, Conditions>>);
      }
      const value = meaningOf(type, row)[name] ?? null;
      const { citizens } = this.#decisions[type]!;
      return meetsOperators(value, part as Operators, comparingOf(type, name, citizens));
    });
  }

  /** "The target's own decisions and row scope apply, also inside `some/none/every`." */
  #meetsThrough(
    type: TypeName,
    row: ModelRow,
    link: string,
    stated: Readonly<Record<string, Conditions>>,
  ): boolean {
    const { target } = model[type].links[link]!;
    const linked = this.#ledTo(type, link, row);
    return Object.entries(stated).every(([quantifier, where]) => {
      const meeting = linked.filter((other) => this.#meets(target, other, where)).length;
      if (quantifier === 'some') return meeting > 0;
      return quantifier === 'none' ? meeting === 0 : meeting === linked.length;
    });
  }

  #rows(type: TypeName, orderBy: PageArguments['orderBy'] = []): readonly ModelRow[] {
    const places = placesOf(type, orderBy);
    const { inScope } = this.#decisions[type]!;
    const rows = this.#world[type].filter((row) => inScope(row, this.#world));
    return rows.sort((one, other) => {
      for (const [name, direction] of places) {
        const [left, right] = [one, other].map((row) => meaningOf(type, row)[name] ?? null) as [
          Value,
          Value,
        ];
        if (left === right) continue;
        if (left === null || right === null) {
          return (left === null) === direction.endsWith('NULLS_FIRST') ? -1 : 1;
        }
        const order = comparerOf(type, name)(left, right);
        if (order !== 0) return direction.startsWith('ASC') ? order : -order;
      }
      return 0;
    });
  }

  #ledTo(type: TypeName, link: string, row: ModelRow): readonly ModelRow[] {
    const citizensOf = citizensBy(this.#decisions);
    return ledTo(citizensOf, type, link, row, (target) => this.#rows(target));
  }

  /** The key by which a link to one row leads. */
  #keyLed(type: TypeName, link: string, row: ModelRow): readonly KeyPart[] {
    const citizensOf = citizensBy(this.#decisions);
    return stepsOf(type, link).flatMap((step) =>
      step.on.map(
        (ends) =>
          [
            ends[1],
            isTooLarge(step.from, ends[0], row[ends[0]]) ? null : (row[ends[0]] ?? null),
            asKeyOfEnds(citizensOf, step, ends),
          ] as const,
      ),
    );
  }

  #asKey(type: TypeName, field: string): AsKey {
    return asKeyOf(this.#decisions[type]!.citizens, field);
  }

  /** Whose row it is that has a key. */
  #rowOf(type: TypeName, given: Readonly<Record<string, unknown>>) {
    const parts = keyFields(type).map(
      (field) => [field, given[field] as Value, this.#asKey(type, field)] as const,
    );
    return rowOfKey(this.#rows(type), parts);
  }

  byKey(type: TypeName, given: Readonly<Record<string, unknown>>): object | null {
    return this.#told(type, this.#rowOf(type, given));
  }

  #told(type: TypeName, row: ModelRow | 'several' | undefined): object | null {
    if (row === 'several') return new NotUnique('itself');
    return row ? this.#object(type, row) : null;
  }

  /** What is told of one claim; graphql-js leaves out what is not asked. */
  verify(
    type: TypeName,
    given: Readonly<Record<string, unknown>>,
    claims: Claimed['claims'],
  ): ReferenceVerdict | NotUnique {
    const row = this.#rowOf(type, given);
    if (row === 'several') return new NotUnique('itself');
    return verdictOf(type, this.#decisions[type]!, row, { key: '', claims });
  }

  #object(type: TypeName, row: ModelRow): object {
    const decided = this.#decisions[type]!;
    const values = Object.entries(decided.fields).map(([name, { form, isClearIn }]) => {
      const value = row[name] ?? null;
      const key = hashKey(grantId, `${type}.${name}`);
      const isClear = isClearIn?.(row) ?? form === 'CLEAR';
      const isLarge = isTooLarge(type, name, value);
      if (typeof form === 'object' && !isClear && isLarge) return [name, '****'];
      if (typeof form === 'object' && !isClear)
        return [name, applyMask(form.mask, maskedAs(type, name, value), key)];
      if (isLarge) return [name, new Error('too large')];
      // graphql-js makes an error at its path of it, and null.
      if (isMisfit(type, name, value)) return [name, new Error('misfit')];
      const isDocument = ['JSON', 'List'].includes(model[type].fields[name]!.type);
      const told = isDocument && value !== null ? (JSON.parse(String(value)) as unknown) : value;
      if (form === 'CLEAR' || told === null) return [name, told];
      // "Among masked values, which are texts, it is a text too."
      return [name, typeof told === 'string' ? told : JSON.stringify(told)];
    });
    const links = decided.links.map((name) => {
      const { target, isMany } = model[type].links[name]!;
      const isNoKey = stepsOf(type, name).some(({ from, on }) =>
        on.some(([one]) => from === type && isTooLarge(type, one, row[one])),
      );
      const linked = () => new Set(isNoKey ? [] : this.#ledTo(type, name, row));
      return [
        name,
        isMany
          ? (given: PageArguments) => {
              const isLinked = linked();
              return this.list(target, given, 0, (other) => isLinked.has(other));
            }
          : () => this.#told(target, rowOfKey(this.#rows(target), this.#keyLed(type, name, row))),
      ];
    });
    return Object.fromEntries([...values, ...links]) as object;
  }

  /** The rows in scope that meet a condition. */
  matching(type: TypeName, where: Conditions = {}): readonly ModelRow[] {
    const rows = this.#rows(type).filter((row) => this.#meets(type, row, where));
    return rows.map((row) => meaningOf(type, row));
  }

  /** A page of a list, from its beginning or its end; `skip` rows of it were on other pages. */
  list(
    type: TypeName,
    { first, last, where, orderBy }: PageArguments,
    skip: number,
    isOfList: (row: ModelRow) => boolean = () => true,
  ): object {
    const all = this.#rows(type, orderBy).filter(
      (row) => isOfList(row) && this.#meets(type, row, where ?? {}),
    );
    const rows = last === undefined ? all.slice(skip) : all.slice(0, all.length - skip);
    const size = first ?? last ?? 20;
    const page =
      last === undefined ? rows.slice(0, size) : rows.slice(Math.max(rows.length - size, 0));
    const [beyond, others] = [rows.length > size, skip > 0];
    const nodes = page.map((row) => this.#object(type, row));
    const cursor = page.length > 0 ? 'CURSOR' : null;
    const places = placesOf(type, orderBy);
    const lacksCursor = (row: ModelRow | undefined) =>
      row !== undefined && places.some(([name]) => isTooLarge(type, name, row[name]));
    const isWithout = lacksCursor(page[0]) ? 'startCursor' : 'endCursor';
    const seen = last === undefined ? rows.slice(0, size + 1) : rows.slice(-(size + 1));
    if (hasTwins(type, seen, places)) {
      const twins = new NotUnique('its list');
      return { nodes: twins, edges: twins, pageInfo: twins, totalCount: all.length };
    }
    return {
      nodes,
      edges: (_given: unknown, _context: unknown, { path }: GraphQLResolveInfo) => {
        if (page.some(lacksCursor)) {
          this.leftOut.push(`${pathToArray(path).join('.')} VALUE_TOO_LARGE`);
        }
        return nodes
          .filter((_, at) => !lacksCursor(page[at]))
          .map((node) => ({ cursor: 'CURSOR', node }));
      },
      pageInfo:
        lacksCursor(page[0]) || lacksCursor(page.at(-1))
          ? new NoCursor(isWithout)
          : {
              hasNextPage: last === undefined ? beyond : others,
              hasPreviousPage: last === undefined ? others : beyond,
              startCursor: cursor,
              endCursor: cursor,
            },
      totalCount: all.length,
    };
  }
}
