import type { Logger } from 'pino';

import type { RecordReader } from '../record/search/recordReader.js';

/** What is known of the sealed segments of a record, which a start leaves out. */
export type SealedState = 'being verified' | 'sound' | 'damaged' | 'not verified';

/** How many damages the log tells one by one. */
const told = 20;

/**
 * Has the sealed segments verified beside the work. A damage is logged, and makes the gateway `degraded`: it
 * answers on, since what it answers goes into another segment.
 */
export class RecordWatch {
  #state: SealedState = 'being verified';

  constructor(reader: Pick<RecordReader, 'verifySealed' | 'makeIndexes'>, logger: Logger) {
    reader.verifySealed().then(
      (damages) => {
        this.#state = damages.length === 0 ? 'sound' : 'damaged';
        // Where one cannot be made, a search reads line by line.
        if (damages.length === 0) void reader.makeIndexes().catch(() => undefined);
        for (const damage of damages.slice(0, told))
          logger.fatal({ damage }, 'the record is damaged');
      },
      (error: unknown) => {
        this.#state = 'not verified';
        const type = error instanceof Error ? error.name : typeof error;
        logger.error({ type }, 'the sealed segments of the record cannot be verified');
      },
    );
  }

  get state(): SealedState {
    return this.#state;
  }
}
