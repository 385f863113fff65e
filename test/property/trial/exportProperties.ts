import fc from 'fast-check';

import { stages as realStages, type Stages } from '../../../src/exchange/stages.js';
import { referenceDecide, type ReferenceDecisions } from '../reference/decide.js';
import { typeNames, type TypeName } from '../universe/model.js';
import { operationOf, prune, type OperationChoice } from '../universe/operation.js';
import { policyChoice, type PolicyChoice } from '../universe/policy.js';
import type { Submitted } from '../universe/rename.js';
import { alikeWorld, world } from '../universe/world.js';
import { writeExport, writeOperation, type ListRoot } from '../universe/writeOperation.js';

import { exportedFrom } from './exportedFrom.js';
import { caseOf, expectEqual } from './properties.js';
import { openUniverse, readShapes, settingOf, type Ask } from './universe.js';
import { openWorldDatabases } from './worldDatabases.js';

/** How often the properties were tried on what is worth trying. */
export interface ExportTally {
  runs: number;
  /** Exports with a row. */
  exported: number;
  /** Those of several chunks. */
  inChunks: number;
  /** Those of what no grant lets be exported. */
  refused: number;
  /** Pairs of worlds that differ. */
  differing: number;
}

export function newExportTally(): ExportTally {
  return { runs: 0, exported: 0, inChunks: 0, refused: 0, differing: 0 };
}

/** A policy of which some types may be exported, most of those that it names. */
const policy = fc
  .record({
    given: policyChoice,
    exported: fc.subarray([...typeNames], { minLength: 3 }),
  })
  .map(({ given, exported }): PolicyChoice => {
    const resources = Object.entries(given.resources).map(([type, grant]) =>
      exported.includes(type as TypeName)
        ? [type, { ...grant, reach: [...grant.reach, 'EXPORT'] }]
        : [type, grant],
    );
    return { ...given, resources: Object.fromEntries(resources) as PolicyChoice['resources'] };
  });

/** What is drawn: the lists are exported, in chunks of a few rows or as a whole. */
const drawnExport = fc
  .record({
    drawn: caseOf({ asked: operationOf(['list']), policy }),
    maxCost: fc.constantFrom(2, 3, 3, 5_000),
  })
  .map(({ drawn, maxCost }) => ({ ...drawn, maxCost }));

/** The first list of an operation. */
function listOf(operation: OperationChoice): ListRoot | undefined {
  return operation.find((root): root is ListRoot => root.kind === 'list');
}

function mayExport({ type }: ListRoot, { resources }: PolicyChoice): boolean {
  return resources[type]?.reach.includes('EXPORT') ?? false;
}

/** All rows of a list, in the provider's order, page by page; null where a page has an error. */
async function pagedThrough(root: ListRoot, ask: Ask): Promise<readonly unknown[] | null> {
  const list = { ...root.list, size: 3, isBackward: false, orderBy: [] };
  const rows: unknown[] = [];
  for (let cursor: string | null = null; ;) {
    const written = writeOperation([{ ...root, list, shape: 'nodes' }], [cursor]);
    const { data, errors } = await ask(written, true);
    if (errors.length > 0) return null;
    const page = data!['r0'] as {
      readonly nodes: readonly unknown[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
    rows.push(...page.nodes);
    cursor = page.pageInfo.endCursor;
    if (!page.pageInfo.hasNextPage) return rows;
  }
}

const nobody = <T>(none: T) => ({ Person: none, Place: none, Lot: none, Term: none });
const submitted: Submitted = {
  lookups: nobody(new Set<string>()),
  verifications: nobody([]),
  statistics: nobody([]),
};

/** An export gives what its list gives, paged through, and goes on behind each of its chunks. */
export async function exportsAreListsPagedThrough(tally = newExportTally()) {
  const databases = await openWorldDatabases();
  const shapes = await readShapes(databases);
  const property = fc.asyncProperty(drawnExport, async ({ maxCost, ...drawn }) => {
    const decisions: ReferenceDecisions = referenceDecide(drawn.catalog, drawn.policy);
    const root = listOf(prune(drawn.asked, decisions, drawn.spare));
    if (!root) return;
    await databases.write(drawn.given);
    const setting = settingOf(drawn, shapes);
    const exported = (after: string | null) =>
      exportedFrom(setting, databases, realStages, writeExport(root, after), maxCost);
    const whole = await exported(null);
    tally.runs += 1;
    if (!mayExport(root, drawn.policy)) {
      tally.refused += 1;
      expectEqual(whole.outcome, 'GRAPHQL_VALIDATION_FAILED', 'What no grant lets be exported');
      return;
    }
    // What may be exported need not be listed.
    if (!decisions[root.type]?.canList) return;
    const rows = await pagedThrough(root, openUniverse(setting, databases, realStages));
    // A chunk of one row may cost more than is let; and what has an error is told otherwise.
    if (whole.outcome === 'LIMIT_EXCEEDED') return;
    if (rows === null) {
      if (whole.outcome === 'OK')
        throw new Error('An export is whole of what a list tells errors of');
      return;
    }
    expectEqual(whole.outcome, 'OK', 'An export ends well where its list does');
    expectEqual(whole.rows, rows, 'An export has the rows of its list');
    if (rows.length > 0) tally.exported += 1;
    if (whole.chunks.length > 1) tally.inChunks += 1;
    const [first] = whole.chunks;
    if (!first || first.cursor === null) return;
    const rest = await exported(first.cursor);
    expectEqual(rest.rows, rows.slice(first.rows), 'An export goes on behind its first chunk');
  });
  return { property, close: () => databases.close() };
}

/** The law of no inference, for exports: alike worlds give the same bytes. */
export async function alikeWorldsExportAlike(
  tally = newExportTally(),
  stages: Stages = realStages,
) {
  const [here, there] = [await openWorldDatabases(), await openWorldDatabases()];
  const shapes = await readShapes(here);
  const property = fc.asyncProperty(
    fc.tuple(drawnExport, world),
    async ([{ given, maxCost, ...drawn }, proposal]) => {
      const decisions = referenceDecide(drawn.catalog, drawn.policy);
      const root = listOf(prune(drawn.asked, decisions, drawn.spare));
      if (!root) return;
      const other = alikeWorld(given, proposal, decisions, submitted);
      await here.write(given);
      await there.write(other);
      const setting = settingOf(drawn, shapes);
      const written = writeExport(root);
      const [one, two] = [
        await exportedFrom(setting, here, stages, written, maxCost),
        await exportedFrom(setting, there, stages, written, maxCost),
      ];
      expectEqual([one.outcome, one.text], [two.outcome, two.text], 'Alike worlds export alike');
      expectEqual(one.charged, two.charged, 'Alike worlds are charged alike');
      tally.runs += 1;
      if (one.rows.length > 0) tally.exported += 1;
      if (one.chunks.length > 1) tally.inChunks += 1;
      if (JSON.stringify(given) !== JSON.stringify(other)) tally.differing += 1;
    },
  );
  return { property, close: () => Promise.all([here.close(), there.close()]) };
}
