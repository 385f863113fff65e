import { ExchangeError } from '../../errors/exchangeError.js';

/**
 * A source that cannot be reached, in contrast to one that refuses a statement. It tells the requester
 * no more than any other failure.
 */
export class SourceUnreachable extends ExchangeError {
  constructor() {
    super('SOURCE_UNAVAILABLE');
  }
}
