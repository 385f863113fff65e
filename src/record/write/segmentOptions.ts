/** When a segment is sealed. */
export interface SegmentOptions {
  /** Bytes from which on no more is added to a segment. */
  readonly maxBytes: number;
  /** Milliseconds since the epoch: another day in China begins another segment. */
  readonly now: () => number;
}

/** A start verifies one segment, so its size bounds how long a start takes: half a second for this one. */
export const defaultSegments: SegmentOptions = { maxBytes: 32 << 20, now: Date.now };
