import type { SubjectCounter } from './subjectCounter.js';

/** Where subjects are counted, as long as a gateway runs. */
export interface SubjectCounts extends SubjectCounter {
  /** Whether it can be asked. */
  isReady(): Promise<boolean>;
  close(): Promise<void>;
}
