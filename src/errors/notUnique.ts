/**
 * Why one row could not be told: its source holds several by what its catalog vouches for. It names the
 * resource for the log, and never the value.
 */
export class NotUnique extends Error {
  readonly resource: string;

  constructor(resource: string) {
    super(`the source holds several rows of ${resource} by what its catalog says is unique`);
    this.name = 'NotUnique';
    this.resource = resource;
  }
}
