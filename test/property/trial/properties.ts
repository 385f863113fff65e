import fc from 'fast-check';

import { stages as realStages, type Stages } from '../../../src/exchange/stages.js';
import { referenceAnswer } from '../reference/answer.js';
import { chargedFor } from '../reference/chargedFor.js';
import { referenceDecide, type ReferenceDecisions } from '../reference/decide.js';
import { countedOf } from '../reference/meaning.js';
import { callsForOccasion, readsOf } from '../reference/reads.js';
import { verdictOfStatistic, type Cell } from '../reference/statistics.js';
import type { Verifications } from '../reference/verify.js';
import type { CubeModel } from '../universe/cubes.js';
import { areOfOneSource, catalogChoice } from '../universe/governance.js';
import type { TypeName, World } from '../universe/model.js';
import {
  operationOf,
  rootKinds,
  prune,
  spared,
  type OperationChoice,
  type RootField,
  type Spared,
} from '../universe/operation.js';
import { policyChoice, withinSources, type PolicyChoice } from '../universe/policy.js';
import { alikeWorld, world } from '../universe/world.js';
import { writeOperation } from '../universe/writeOperation.js';

import { askAtOnce } from './askAtOnce.js';
import { nextCursors, withoutCursors } from './paging.js';
import { openUniverse, readShapes, settingOf, type Received } from './universe.js';
import { openWorldDatabases } from './worldDatabases.js';

/** What a property is tried with, and on. */
export interface Trial {
  /** Those of the gateway, or faulty ones. */
  readonly stages?: Stages;
  readonly tally?: Tally;
  /** What is asked for. */
  readonly asked?: fc.Arbitrary<OperationChoice> | undefined;
  /** Mostly all that is forbidden is left out; else one thing is spared: nearly valid. */
  readonly spare?: Spared | undefined;
  readonly policy?: fc.Arbitrary<PolicyChoice> | undefined;
}

/** What is drawn for both properties. */
export function caseOf({ asked = operationOf(rootKinds), spare, policy = policyChoice }: Trial) {
  const drawn = fc.record({
    catalog: catalogChoice,
    policy,
    asked,
    spare: spare === undefined ? spared : fc.constant(spare),
    statesOccasion: fc.constantFrom(true, true, true, true, false),
    given: world,
    asksAtOnce: fc.constantFrom(true, false, false),
  });
  return drawn.map((one) => ({
    ...one,
    policy: withinSources(one.policy, (type, other) => areOfOneSource(one.catalog, type, other)),
  }));
}

/** The keys that a root submits. */
function keysOf(root: RootField): readonly string[] {
  switch (root.kind) {
    case 'lookup':
      return [root.key];
    case 'batch':
      return root.keys;
    case 'list':
    case 'aggregate':
    case 'statistics':
    case 'verify':
      return [];
  }
}

function verificationsOf(operation: OperationChoice): Verifications {
  const of = (type: TypeName) =>
    operation.flatMap((root) => (root.kind === 'verify' && root.type === type ? root.claimed : []));
  return { Person: of('Person'), Place: of('Place'), Lot: of('Lot'), Term: of('Term') };
}

function lookupsOf(operation: OperationChoice): Record<TypeName, ReadonlySet<string>> {
  const of = (type: TypeName) =>
    new Set(
      operation.flatMap((root) => {
        if (root.type !== type) return [];
        return keysOf(root);
      }),
    );
  return { Person: of('Person'), Place: of('Place'), Lot: of('Lot'), Term: of('Term') };
}

function statisticsOf(operation: OperationChoice): Record<TypeName, readonly CubeModel[]> {
  const of = (type: TypeName) =>
    operation.flatMap((root) =>
      root.kind === 'statistics' && root.type === type ? root.asked.cube : [],
    );
  return { Person: of('Person'), Place: of('Place'), Lot: of('Lot'), Term: of('Term') };
}

/** An answer with a verdict in the place of each statistic. */
function judged(
  data: Received['data'],
  operation: OperationChoice,
  given: World,
  decisions: ReferenceDecisions,
): unknown {
  const verdicts = operation.map((root, index) => {
    const cells = data?.[`r${index}`];
    if (root.kind !== 'statistics' || !Array.isArray(cells)) return {};
    const inScope = given[root.type]
      .filter((row) => decisions[root.type]!.inScope(row, given))
      .map((row) => countedOf(root.type, row));
    const { name } = root.asked.cube;
    return { [`r${index}`]: verdictOfStatistic(name, root.type, cells as Cell[], inScope) };
  });
  return Object.assign({}, data, ...verdicts) as unknown;
}

export function expectEqual(one: unknown, other: unknown, sentence: string): void {
  const [first, second] = [JSON.stringify(one), JSON.stringify(other)];
  if (first !== second) throw new Error(`${sentence}:\n  ${first}\n  ${second}`);
}

/** How often a property was tried on what is worth trying; a run of refusals proves nothing. */
export interface Tally {
  runs: number;
  /** Operations that were answered with data. */
  answered: number;
  /** Pairs of worlds that differ. */
  differing: number;
  secondPages: number;
}

export function newTally(): Tally {
  return { runs: 0, answered: 0, differing: 0, secondPages: 0 };
}

/**
 * The law of no inference: two worlds that are alike for a contract give it the same `data` and
 * `errors`, to the byte, over two pages of every list.
 */
export async function alikeWorldsAnswerAlike(trial: Trial = {}) {
  const { stages = realStages, tally = newTally() } = trial;
  const [here, there] = [await openWorldDatabases(), await openWorldDatabases()];
  // Only here were the sources looked at: there, statements are those before the first look, which find the same.
  const shapes = await readShapes(here);
  const property = fc.asyncProperty(
    fc.tuple(caseOf(trial), world).map(([drawn, proposal]) => ({ ...drawn, proposal })),
    async ({ given, proposal, ...drawn }) => {
      const decisions = referenceDecide(drawn.catalog, drawn.policy);
      const operation = prune(drawn.asked, decisions, drawn.spare);
      const submitted = {
        lookups: lookupsOf(operation),
        verifications: verificationsOf(operation),
        statistics: statisticsOf(operation),
      };
      const other = alikeWorld(given, proposal, decisions, submitted);
      await here.write(given);
      await there.write(other);
      const setting = settingOf(drawn, shapes);
      const askHere = openUniverse(setting, here, stages);
      const askThere = openUniverse(setting, there, stages);

      const first = writeOperation(operation);
      const page = await askHere(first, drawn.statesOccasion);
      expectEqual(page, await askThere(first, drawn.statesOccasion), 'Alike worlds answer alike');
      tally.runs += 1;
      if (page.data) tally.answered += 1;
      if (JSON.stringify(given) !== JSON.stringify(other)) tally.differing += 1;

      const cursors = nextCursors(operation, page);
      if (cursors.every((cursor) => cursor === null)) return;
      const second = writeOperation(operation, cursors);
      tally.secondPages += 1;
      const nextHere = await askHere(second, drawn.statesOccasion);
      const nextThere = await askThere(second, drawn.statesOccasion);
      expectEqual(nextHere, nextThere, 'Alike worlds page alike');
    },
  );
  return { property, close: () => Promise.all([here.close(), there.close()]) };
}

/** An answer is that of the slow, obvious reference executor, over two pages of every list. */
export async function answersAreTheReferences(trial: Trial = {}) {
  const { stages = realStages, tally = newTally() } = trial;
  const databases = await openWorldDatabases();
  const shapes = await readShapes(databases);
  const property = fc.asyncProperty(caseOf(trial), async (drawn) => {
    const decisions = referenceDecide(drawn.catalog, drawn.policy);
    const operation = prune(drawn.asked, decisions, drawn.spare);
    const lacksOccasion =
      !drawn.statesOccasion && callsForOccasion(operation, decisions, drawn.catalog);
    await databases.write(drawn.given);
    const ask = openUniverse(settingOf(drawn, shapes), databases, stages);

    async function compare(cursors: readonly (string | null)[], skips: readonly number[]) {
      const written = writeOperation(operation, cursors);
      const received = await ask(written, drawn.statesOccasion);
      const expected = referenceAnswer(
        { operation, written, lacksOccasion },
        drawn.given,
        decisions,
        skips,
      );
      if (expected.kind === 'refused') {
        expectEqual(received.data, undefined, `Refused with ${expected.code}, without data`);
        expectEqual(received.errors[0]?.extensions?.['code'], expected.code, 'Refused alike');
      } else {
        const told = received.errors.map(
          ({ path, extensions }) => `${(path ?? []).join('.')} ${String(extensions?.['code'])}`,
        );
        expectEqual(told.sort(), [...expected.errors].sort(), 'Answered with errors in place');
        const data = judged(received.data, operation, drawn.given, decisions);
        expectEqual(withoutCursors(data), expected.data, 'Answered as the reference');
        const reads = [...readsOf(operation, decisions)];
        expectEqual([...received.reads].sort(), reads.sort(), 'Answered with all reads on record');
        const charged = chargedFor(operation, decisions);
        expectEqual([...received.charged].sort(), charged, 'Answered with all who are asked for');
      }
      return received;
    }

    const page = await compare([], []);
    tally.runs += 1;
    if (page.data) tally.answered += 1;
    if (drawn.asksAtOnce) {
      await askAtOnce(ask, writeOperation(operation), drawn.statesOccasion, databases);
    }
    const cursors = nextCursors(operation, page);
    if (cursors.every((cursor) => cursor === null)) return;
    tally.secondPages += 1;
    const skips = operation.map((root, index) =>
      root.kind === 'list' && cursors[index] !== null ? root.list.size : 0,
    );
    await compare(cursors, skips);
  });
  return { property, close: () => databases.close() };
}
