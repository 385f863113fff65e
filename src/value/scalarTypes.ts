import type { ScalarName } from './scalarName.js';
import type { ScalarType } from './scalarType.js';
import { bigInt } from './types/bigInt.js';
import { boolean } from './types/boolean.js';
import { date } from './types/date.js';
import { dateTime } from './types/dateTime.js';
import { decimal } from './types/decimal.js';
import { enumOfCodes } from './types/enumOfCodes.js';
import { float } from './types/float.js';
import { id } from './types/id.js';
import { int } from './types/int.js';
import { json } from './types/json.js';
import { list } from './types/list.js';
import { localDateTime } from './types/localDateTime.js';
import { string } from './types/string.js';
import { time } from './types/time.js';

/** The kinds of values that a field may have. No other code lists them again. */
export const scalarTypes: { readonly [Name in ScalarName]: ScalarType } = {
  ID: id,
  String: string,
  Int: int,
  BigInt: bigInt,
  Float: float,
  Decimal: decimal,
  Boolean: boolean,
  Date: date,
  Time: time,
  LocalDateTime: localDateTime,
  DateTime: dateTime,
  JSON: json,
  Enum: enumOfCodes,
  List: list,
};

// Object.keys gives the keys that the table's type names.
export const scalarNames = (Object.keys(scalarTypes) as readonly ScalarName[]).filter(
  (name) => name !== 'Enum' && name !== 'List',
);

export function isScalarName(name: string): name is (typeof scalarNames)[number] {
  return scalarNames.some((one) => one === name);
}
