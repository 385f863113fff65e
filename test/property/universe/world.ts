import fc from 'fast-check';

import type { ReferenceDecisions } from '../reference/decide.js';
import { asKeyOf, asKeyOfEnds, citizensBy, type AsKey } from '../reference/spelling.js';
import { toldOf } from '../reference/verify.js';

import { countedBy } from './cubes.js';
import { keyFields, keyParts, keyText, pageColumns, pageText } from './keys.js';
import { stepsOf } from './links.js';
import {
  model,
  typeNames,
  type ModelField,
  type ModelRow,
  type ModelValue,
  type TypeName,
  type World,
} from './model.js';
import { renamed, type Submitted } from './rename.js';
import { shownAs } from './shownAs.js';

function valuesOf(field: ModelField): readonly ModelValue[] {
  const { domain, misfits = [], strays = [], larges = [] } = field;
  return [...domain, ...misfits, ...strays, ...larges];
}

/** The fields of a type that a column has: the one of its name, and others of the same column. */
function fieldsOfColumn(type: TypeName, column: string): readonly string[] {
  const { fields } = model[type];
  return Object.keys(fields).filter((name) => (fields[name]!.sameAs ?? name) === column);
}

/** A row with another value in a column, which all of its fields then have. */
function changedIn(type: TypeName, row: ModelRow, column: string, value: ModelValue): ModelRow {
  const names = fieldsOfColumn(type, column);
  return { ...row, ...Object.fromEntries(names.map((name) => [name, value])) };
}

function columnsOf(type: TypeName): readonly string[] {
  const { fields } = model[type];
  return Object.keys(fields).filter((name) => fields[name]!.sameAs === undefined);
}

function rowOf(type: TypeName): fc.Arbitrary<ModelRow> {
  const drawn = columnsOf(type).map(
    (name) => [name, fc.constantFrom(...valuesOf(model[type].fields[name]!))] as const,
  );
  const columns: Record<string, fc.Arbitrary<ModelValue>> = Object.fromEntries(drawn);
  if (type === 'Person') columns['row_id'] = fc.integer({ min: 1, max: 60 });
  if (type === 'Term') columns['seq'] = fc.integer({ min: 1, max: 30 });
  return fc
    .record(columns)
    .map((row) =>
      columnsOf(type).reduce<ModelRow>(
        (whole, name) => changedIn(type, whole, name, row[name] ?? null),
        row,
      ),
    );
}

function rowsOf(type: TypeName, maxLength: number): fc.Arbitrary<readonly ModelRow[]> {
  const { key, isVouched } = model[type];
  const unique = fc
    .uniqueArray(rowOf(type), { maxLength, selector: (row) => keyText(type, row) })
    .map((rows) =>
      // Drawn apart from the key, so drawn to be unique as well.
      rows.filter(
        (row, index) =>
          rows.findIndex((other) => pageText(type, other) === pageText(type, row)) === index,
      ),
    );
  if (!isVouched) return unique;
  const twins = fc.tuple(unique, fc.nat(), rowOf(type)).map(([rows, at, row]) => {
    const twin = rows[at % Math.max(rows.length, 1)];
    return twin ? [...rows, { ...row, [key]: twin[key] ?? null }] : rows;
  });
  return fc.oneof({ weight: 2, arbitrary: unique }, { weight: 1, arbitrary: twins });
}

/**
 * People who are alike in all but their keys, some groups of them: statistics tell of many only. No
 * operation asks for one by the key.
 */
const crowd: fc.Arbitrary<readonly ModelRow[]> = fc
  .array(fc.tuple(rowOf('Person'), fc.integer({ min: 1, max: 14 })), { maxLength: 4 })
  .map((groups) =>
    groups
      .flatMap(([row, count]) => Array.from({ length: count }, () => row))
      .map((row, at) => ({ ...row, pid: `C${at}`, row_id: 100 + at })),
  );

/** Any world of the model: its tables with some rows each, now and then with a crowd. */
export const world: fc.Arbitrary<World> = fc
  .record({
    Person: rowsOf('Person', 6),
    Place: rowsOf('Place', 3),
    Lot: rowsOf('Lot', 3),
    Term: rowsOf('Term', 4),
    crowd: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: crowd }),
  })
  .map(({ Person, crowd: more, ...others }) => ({ ...others, Person: [...Person, ...more] }));

/** The rows of a type that are in scope. */
function rowsInScope(type: TypeName, world: World, decisions: ReferenceDecisions) {
  return world[type].filter((row) => decisions[type]?.inScope(row, world));
}

/**
 * Whether the same rows are in scope after those of one type have changed: of the others by themselves, of
 * its own by their place among them. A scope through a link hangs on other rows than the one in question.
 */
function haveEqualScopes(
  before: World,
  after: World,
  changed: TypeName,
  decisions: ReferenceDecisions,
): boolean {
  return typeNames.every((type) => {
    const [old, now] = [before, after].map((world) => rowsInScope(type, world, decisions));
    if (type !== changed)
      return old!.length === now!.length && old!.every((row, at) => row === now![at]);
    // Rows in scope stand first.
    return old!.length === now!.length && now!.every((row, at) => row === after[type][at]);
  });
}

/**
 * Makes of `proposal` a world that a contract cannot tell from `given`: each hidden thing is taken
 * from the proposal wherever the law's sentence lets worlds differ. Equal stay: what rows in scope
 * show, the order of `pageBy` (its values, since cursors hold them), where granted links lead, and
 * the answers to the lookups and verifications that will be submitted; and what the statistics count
 * that will be, which is more than they tell.
 */
export function alikeWorld(
  given: World,
  proposal: World,
  decisions: ReferenceDecisions,
  submitted: Submitted,
): World {
  /** What has become of the world so far: two changes, each hidden by itself, must not meet in a link. */
  let current = given;
  const citizensOf = citizensBy(decisions);

  /** The steps of all links that are granted. */
  const steps = typeNames.flatMap((type) =>
    (decisions[type]?.links ?? []).flatMap((name) => stepsOf(type, name)),
  );

  /** Whether a granted link leads to rows of this type, or by way of them. */
  const isTarget = (type: TypeName) => steps.some(({ target }) => target === type);

  /** Whether a row in scope holds a value in a field, in whichever spelling. */
  const isHeld = (type: TypeName, field: string, value: ModelValue, asKey: AsKey) =>
    [given, current].some((world) =>
      world[type].some(
        (row) => asKey(row[field] ?? null) === asKey(value) && decisions[type]?.inScope(row, world),
      ),
    );

  /** Whether a step that begins at a field leads anywhere by this value, so far as it alone says. */
  const leadsSomewhere = (type: TypeName, linkFrom: string, value: ModelValue) =>
    steps.some(
      (step) =>
        step.from === type &&
        step.on.some(
          (ends) =>
            ends[0] === linkFrom &&
            isHeld(step.target, ends[1], value, asKeyOfEnds(citizensOf, step, ends)),
        ),
    );

  /** Whether a step, from a row in scope, leads to rows that hold this value, so far as it alone says. */
  const isLedTo = (type: TypeName, linkTo: string, value: ModelValue) =>
    steps.some(
      (step) =>
        step.target === type &&
        step.on.some(
          (ends) =>
            ends[1] === linkTo &&
            isHeld(step.from, ends[0], value, asKeyOfEnds(citizensOf, step, ends)),
        ),
    );

  /** Whether a granted link leads from a row that changes so to itself, before or after and not both. */
  function findsItself(type: TypeName, name: string, old: ModelValue, value: ModelValue) {
    const leadsToItself = steps.some(
      ({ from, target, on }) =>
        from === type &&
        target === type &&
        on.some(([one, other]) => one === name && other === name),
    );
    return leadsToItself && (old === null) !== (value === null);
  }

  /** Whether a verification that is submitted tells a row that changes so. */
  function isTold(type: TypeName, row: ModelRow, changed: ModelRow): boolean {
    const decided = decisions[type]!;
    const { citizens } = decided;
    if (!decided.verification) return false;
    return submitted.verifications[type].some((claimed) => {
      const [before, after] = [row, changed].map((of) =>
        toldOf(
          type,
          decided,
          keyText(type, of, citizens) === keyText(type, keyParts(type, claimed.key), citizens)
            ? of
            : undefined,
          claimed,
        ),
      );
      return before !== after;
    });
  }

  /** Whether a statistic that is submitted counts a row otherwise that changes so. */
  function isCountedOtherwise(type: TypeName, row: ModelRow, changed: ModelRow): boolean {
    return submitted.statistics[type].some(
      (cube) =>
        decisions[type]!.cubes.includes(cube.name) &&
        countedBy(cube, row) !== countedBy(cube, changed),
    );
  }

  /** Whether a row is shown alike by each field of a column with another value in it. */
  function isShownAlike(type: TypeName, row: ModelRow, column: string, value: ModelValue) {
    const { fields } = decisions[type]!;
    const changed = changedIn(type, row, column, value);
    // What decides where others are clear is clear itself; of misfits only that they are some is shown.
    const areClearAlike = Object.values(fields).every(
      ({ isClearIn }) => isClearIn?.(row) === isClearIn?.(changed),
    );
    return (
      areClearAlike &&
      fieldsOfColumn(type, column).every((name) => {
        const field = fields[name]!;
        const isClear = field.isClearIn?.(row);
        return shownAs(field, row[name] ?? null, isClear) === shownAs(field, value, isClear);
      })
    );
  }

  /**
   * Whether a key is looked up that a row has, in whichever spelling; or two rows have it in two, of which
   * the one stands before the other.
   */
  function isAskedFor(type: TypeName, value: ModelValue): boolean {
    const { key } = model[type];
    const asKey = asKeyOf(decisions[type]!.citizens, key);
    const isSame = (other: ModelValue) => asKey(other) === asKey(value);
    const held = [...given[type], ...proposal[type]].map((row) => row[key] ?? null).filter(isSame);
    return [...submitted.lookups[type]].some(isSame) || new Set([...held, value]).size > 1;
  }

  /** The world so far, with a row that changes so. */
  function currentWith(type: TypeName, row: ModelRow, changed: ModelRow): World {
    return { ...current, [type]: current[type].map((one) => (one === row ? changed : one)) };
  }

  function mayBecome(type: TypeName, row: ModelRow, name: string, value: ModelValue) {
    const decided = decisions[type]!;
    const { key, alsoKey } = model[type];
    const old = row[name] ?? null;
    const changed = changedIn(type, row, name, value);
    if (old === value || pageColumns(type).includes(name)) return false;
    // A part of a key stays, as where its rows stand does.
    if (alsoKey !== undefined && keyFields(type).includes(name)) return false;
    if (!isShownAlike(type, row, name, value)) return false;
    if (!decided.inScope(changed, currentWith(type, row, changed))) return false;
    if (findsItself(type, name, old, value)) return false;
    if (leadsSomewhere(type, name, old) || leadsSomewhere(type, name, value)) return false;
    if (isLedTo(type, name, old) || isLedTo(type, name, value)) return false;
    if (isTold(type, row, changed)) return false;
    if (isCountedOtherwise(type, row, changed)) return false;
    if (name !== key) return true;
    return !isTarget(type) && !isAskedFor(type, old) && !isAskedFor(type, value);
  }

  /** Another value that shows the same, which one the proposal's value tells; else that value. */
  function hiddenChange(
    type: TypeName,
    row: ModelRow,
    name: string,
    proposed: ModelValue,
  ): ModelValue {
    const domain = valuesOf(model[type].fields[name]!);
    const old = row[name] ?? null;
    const choices = domain.filter((value) => value !== old && isShownAlike(type, row, name, value));
    return choices[domain.findIndex((value) => value === proposed) % choices.length] ?? proposed;
  }

  function rowsOfType(type: TypeName): readonly ModelRow[] {
    const decided = decisions[type];
    const { key, isVouched } = model[type];
    const told = (row: ModelRow) => [`key ${keyText(type, row)}`, `page ${pageText(type, row)}`];
    if (!decided) return proposal[type];
    const rows: ModelRow[] = [];
    const inScope = given[type].filter((row) => decided.inScope(row, given));
    const taken = new Set(inScope.flatMap(told));
    inScope.forEach((row, index) => {
      let changed = row;
      const other = proposal[type][index % Math.max(proposal[type].length, 1)];
      for (const name of columnsOf(type)) {
        if (!other) continue;
        const value = hiddenChange(type, changed, name, other[name] ?? null);
        const next = changedIn(type, changed, name, value);
        if (name === key && taken.has(`key ${keyText(type, next)}`)) continue;
        if (!mayBecome(type, changed, name, value)) continue;
        current = currentWith(type, changed, next);
        changed = next;
      }
      taken.add(`key ${keyText(type, changed)}`);
      rows.push(changed);
    });
    for (const row of proposal[type]) {
      const isTaken = told(row).some((one) => taken.has(one));
      const isWithin = decided.inScope(row, { ...current, [type]: [...rows, row] });
      // Where no index keeps rows apart, one out of scope may have the key of one in scope.
      if ((isVouched || !isTaken) && !isWithin) rows.push(row);
    }
    return rows;
  }

  for (const type of typeNames) {
    const before = current;
    const after = { ...before, [type]: rowsOfType(type) };
    current = haveEqualScopes(before, after, type, decisions) ? after : before;
  }
  return renamed(current, decisions, submitted);
}
