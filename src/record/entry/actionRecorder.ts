/** The port by which the administration puts on record what an administrator does. */
export interface ActionRecorder {
  /** Told of each read and each change before it is looked at. */
  acted(action: string): void;
  /** Names what the last change is made to, once policy knows it. */
  actedOn(target: string): void;
  /**
   * Puts the last change on record before it is made, so that none is ever made off the record. The
   * entry of the request's answer tells how it ended.
   *
   * @throws {ExchangeError} NOT_READY where the entry cannot be made durable
   */
  begun(): Promise<void>;
}
