import { ExchangeError } from '../../errors/exchangeError.js';

/**
 * A source that cannot be reached, in contrast to one that refuses a statement. It tells the requester
 * no more than any other failure.
 */
export class SourceUnreachable extends ExchangeError {
  /** What stands in the way, for who runs the gateway; null where nothing is known of it. */
  readonly hint: string | null;

  constructor(hint: string | null = null) {
    super('SOURCE_UNAVAILABLE');
    this.hint = hint;
  }
}
