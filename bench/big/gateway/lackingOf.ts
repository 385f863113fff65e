import type { FetchReport, OtherReport, PlanReport } from '../../../src/explain/planReport.js';

const ofStep = (step: FetchReport | OtherReport): readonly string[] =>
  'steps' in step ? [...(step.lacking ?? []), ...step.steps.flatMap(ofStep)] : [];

/** The indexes that large tables lack for an operation, a sentence each, once. */
export function lackingOf({ steps }: PlanReport): readonly string[] {
  return [...new Set(steps.flatMap(ofStep))];
}
