import type fc from 'fast-check';

/**
 * How long the properties run: `npm run test:property -- --runs N --seed S --path P`. A failure
 * prints its seed and path, with which it replays.
 *
 * @param part of these runs, for a property that tries what another has tried at length
 */
export function runSettings(part = 1): fc.Parameters<unknown> & { readonly numRuns: number } {
  const { PROPERTY_RUNS, PROPERTY_SEED, PROPERTY_PATH } = process.env;
  return {
    numRuns: Math.ceil(Number(PROPERTY_RUNS ?? 300) * part),
    ...(PROPERTY_SEED !== undefined && { seed: Number(PROPERTY_SEED) }),
    ...(PROPERTY_PATH !== undefined && { path: PROPERTY_PATH }),
  };
}

/** Milliseconds that a test of the properties may take. */
export const patience = 3_600_000;
