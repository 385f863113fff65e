/** What the driver tells of a column of an answer (MySQL's protocol, Column Definition). */
export interface ColumnDefinition {
  readonly columnType: number;
  readonly flags: number;
  readonly decimals: number;
  readonly characterSet: number;
  /** The encoding of its texts, by Node's name. */
  readonly encoding?: string | undefined;
  /** What MariaDB says of it beside its type, as that a text is JSON. */
  readonly extendedFormat?: string | undefined;
}

/** The numbers of types in the protocol (`enum_field_types`). */
export const wireType = {
  tiny: 1,
  short: 2,
  long: 3,
  float: 4,
  double: 5,
  timestamp: 7,
  longlong: 8,
  int24: 9,
  date: 10,
  time: 11,
  datetime: 12,
  year: 13,
  varchar: 15,
  bit: 16,
  json: 245,
  newDecimal: 246,
  enum: 247,
  set: 248,
  tinyBlob: 249,
  mediumBlob: 250,
  longBlob: 251,
  blob: 252,
  varString: 253,
  string: 254,
} as const;

export const unsignedFlag = 32;
/** The character set of bytes that are no text. */
export const binaryCharset = 63;
