import type { Column } from '../../source/column/column.js';
import type { Reading } from '../../source/column/reading.js';
import type { ColumnShape } from '../../source/sourceShape.js';

import type { Field } from './catalog.js';
import { spellingOf } from './spellingOf.js';
import { mayHoldOthers } from './whyNoBytes.js';

const calendars: Partial<Readonly<Record<Field['type'], Column['calendar']>>> = {
  Date: 'DAY',
  Time: 'TIME',
  LocalDateTime: 'MOMENT',
  DateTime: 'MOMENT',
};

/** A column, as a field of a type and an element reads it. */
export function columnOf(
  name: string,
  { type, element }: Pick<Field, 'type' | 'element'>,
  shape: ColumnShape,
  reading?: Reading,
): Column {
  const { storage, nullable, exact, isDerived, isSingle, isUnsigned, isYear, isUuid } = shape;
  const { holdsOnlyDays, holdsNumbers, origin, scale } = shape;
  // What is a moment here may be none by the clock of UTC.
  const isSure = holdsOnlyDays === true && reading?.kind !== 'clock';
  const calendar = isSure ? undefined : calendars[type];
  const isOfBytes = reading?.kind === 'bytes';
  const isOfAnyLength = isOfBytes && mayHoldOthers(reading.form, shape);
  const mayMiss = isOfBytes ? isOfAnyLength : calendar !== undefined || reading !== undefined;
  // Days and times are compared as they stand, by an index, and none of them looks like a number.
  const isOfText = !calendar && (!reading || reading.kind === 'codes');
  const isList = type === 'List';
  return {
    name,
    storage: isList ? 'LIST' : storage,
    nullable: nullable || mayMiss,
    exact: exact && !(holdsNumbers && isOfText),
    ...(isDerived && { isDerived }),
    ...(origin && { origin }),
    ...(isSingle && { isSingle }),
    ...(isUnsigned && { isUnsigned }),
    ...(scale !== undefined && { scale }),
    ...(isYear && { isYear }),
    ...(isUuid && { isUuid }),
    ...(holdsNumbers && isOfText && { holdsNumbers }),
    ...(isList && shape.elements && { elements: shape.elements }),
    ...(calendar && { calendar }),
    ...(reading && { reading }),
    ...(isOfAnyLength && { isOfAnyLength }),
    ...(storage === 'TEXT' && !isList && spellingOf(element)),
  };
}
