/** One value of a code list. */
export interface CodeListValue {
  /** How it is called in GraphQL: `MALE`. */
  readonly name: string;
  /** What columns hold for it: `1`. */
  readonly code: string;
  /** Its title, as `男性`, and what else is said of it. */
  readonly description: string | null;
}

/** A code list (代码表): an enum of a catalog whose values columns hold as codes. */
export interface CodeList {
  readonly name: string;
  readonly description: string | null;
  readonly values: readonly CodeListValue[];
}
