import { expect, it } from '@jest/globals';
import fc from 'fast-check';

import { stages, type Stages } from '../../src/exchange/stages.js';

import {
  alikeWorldsExportAlike,
  exportsAreListsPagedThrough,
  newExportTally,
  type ExportTally,
} from './trial/exportProperties.js';
import { patience, runSettings } from './trial/settings.js';

/** Each run asks for a list as often as it has pages; lists themselves are tried by the other properties. */
const ofRuns = 0.5;

type Property = (
  tally: ExportTally,
) => ReturnType<typeof exportsAreListsPagedThrough | typeof alikeWorldsExportAlike>;

/** Tries a property, and looks whether enough of its runs exported, in several chunks too. */
async function tried(property: Property): Promise<ExportTally> {
  const tally = newExportTally();
  const { property: of, close } = await property(tally);
  try {
    await fc.assert(of, runSettings(ofRuns));
  } finally {
    await close();
  }
  // A quarter of the runs exports, mostly, and a tenth in chunks: so few are next to impossible.
  expect(tally.exported).toBeGreaterThan(tally.runs / 12);
  expect(tally.inChunks).toBeGreaterThan(0);
  return tally;
}

it(
  'an export is its list, paged through',
  async () => {
    const { refused } = await tried(exportsAreListsPagedThrough);
    expect(refused).toBeGreaterThan(0);
  },
  patience,
);

it(
  'what a contract hides has no influence on what it exports',
  async () => {
    const { differing, runs } = await tried(alikeWorldsExportAlike);
    expect(differing).toBeGreaterThan(runs / 2);
  },
  patience,
);

it(
  'an export past its row scope is noticed',
  async () => {
    const faulty: Stages = {
      ...stages,
      exportChunk: (asked, connectors) => {
        const filter = { kind: 'everything' } as const;
        return stages.exportChunk({ ...asked, list: { ...asked.list, filter } }, connectors);
      },
    };
    const { property, close } = await alikeWorldsExportAlike(newExportTally(), faulty);
    try {
      expect((await fc.check(property, { numRuns: 1_000, endOnFailure: true })).failed).toBe(true);
    } finally {
      await close();
    }
  },
  patience,
);
