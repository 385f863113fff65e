import {
  groupName,
  groupsOf,
  measures,
  toldOf,
  type GroupBy,
  type MeasureName,
} from '../universe/aggregates.js';
import { model, type ModelRow, type TypeName } from '../universe/model.js';

import { comparerOf, compareValues, type Value } from './comparing.js';
import type { ReferenceDecisions } from './decide.js';
import { areDigits, meanOf, sumOf } from './digits.js';
import { isMisfit, isTooLarge } from './meaning.js';
import { asKeyOf } from './spelling.js';

const lengths = { value: Infinity, year: 4, month: 7 };

/** "Aggregates over clear fields under LIST", which the grant lets be grouped by. */
function isAggregated(type: TypeName, field: string, decisions: ReferenceDecisions): boolean {
  const decided = decisions[type]!.fields[field]!;
  return decided.form === 'CLEAR' && decided.uses.has('GROUP');
}

function scalarOf(type: TypeName, { field, part }: GroupBy): string {
  return part === 'value' ? model[type].fields[field]!.type : 'String';
}

/** The aggregate of a type, as it stands in the schema of its requester. */
export function aggregateSdl(type: TypeName, decisions: ReferenceDecisions, where: string) {
  const groups = groupsOf(type).filter(({ field }) => isAggregated(type, field, decisions));
  const told = toldOf(type).filter(({ field }) => isAggregated(type, field, decisions));
  const types: string[] = [];
  const fields = ['count: Int!'];
  if (groups.length > 0) {
    const values = groups.map((group) => `${groupName(group)}: ${scalarOf(type, group)}`);
    types.push(`enum ${type}GroupBy { ${groups.map(groupName).join(' ')} }`);
    types.push(`type ${type}Group { ${values.join(' ')} }`);
    fields.push(`group: ${type}Group!`);
  }
  for (const measure of measures) {
    const of = told.filter((one) => one.measure === measure);
    if (of.length === 0) continue;
    const scalar = (field: string) => {
      if (measure === 'distinct') return 'Int';
      const { type: of } = model[type].fields[field]!;
      if (measure === 'min' || measure === 'max') return of;
      return of === 'Int' ? 'Float' : 'Decimal';
    };
    const values = of.map(({ field }) => `${field}: ${scalar(field)}`);
    types.push(`type ${type}_${measure} { ${values.join(' ')} }`);
    fields.push(`${measure}: ${type}_${measure}!`);
  }
  types.push(`type ${type}Aggregate { ${fields.join(' ')} }`);
  const given = [
    ...(where === '' ? [] : [where]),
    ...(groups.length > 0 ? [`groupBy: [${type}GroupBy!]`] : []),
  ];
  const list = given.length > 0 ? `(${given.join(', ')})` : '';
  return { root: `${aggregateOf(type)}${list}: [${type}Aggregate!]`, types };
}

/** The name of the root field: Person → personAggregate. */
export function aggregateOf(type: TypeName): string {
  return `${model[type].lookup}Aggregate`;
}

/** By code point, numbers by size, what has no value last. */
function compareGroups(type: TypeName, { field, part }: GroupBy, one: Value, other: Value): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return part === 'value' ? comparerOf(type, field)(one, other) : compareValues(one, other);
}

export function groupValue(row: ModelRow, { field, part }: GroupBy): Value {
  const value = row[field] ?? null;
  return part === 'value' || value === null ? value : String(value).slice(0, lengths[part]);
}

function tell(
  measure: MeasureName,
  values: readonly Exclude<Value, null>[],
  type: TypeName,
  field: string,
): Value {
  const sorted = [...values].sort(comparerOf(type, field));
  switch (measure) {
    case 'distinct':
      return new Set(values).size;
    case 'min':
      return sorted[0] ?? null;
    case 'max':
      return sorted.at(-1) ?? null;
    case 'sum':
    case 'avg': {
      if (values.length === 0) return null;
      if (areDigits(type, field)) {
        return (measure === 'sum' ? sumOf : meanOf)(values.map(String));
      }
      const sum = values.map(Number).reduce((one, other) => one + other, 0);
      return measure === 'sum' ? sum : sum / values.length;
    }
  }
}

/** graphql-js makes an error at its path of what is none of its type, and null. */
function shownOrMisfit(type: TypeName, field: string, value: Value): Value | Error {
  if (isTooLarge(type, field, value)) return new Error('too large');
  return isMisfit(type, field, value) ? new Error('misfit') : value;
}

/**
 * What rows come to by groups, "in the order of their values". A citizen's number is one in either
 * spelling; of a group that holds both, the canonical one is shown.
 */
export function aggregateRows(
  type: TypeName,
  rows: readonly ModelRow[],
  groupNames: readonly string[],
  citizens: ReadonlySet<string>,
): readonly object[] {
  const groupBy = groupNames.map((name) =>
    groupsOf(type).find((group) => groupName(group) === name)!,
  );
  const groups = new Map<string, ModelRow[]>();
  if (groupBy.length === 0) groups.set('[]', []);
  for (const row of rows) {
    const key = JSON.stringify(
      groupBy.map((group) => asKeyOf(citizens, group.field)(groupValue(row, group))),
    );
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const keyed = [...groups].map(([key, of]) => ({ key: JSON.parse(key) as Value[], of }));
  keyed.sort((one, other) => {
    const orders = one.key.map((value, index) =>
      compareGroups(type, groupBy[index]!, value, other.key[index] ?? null),
    );
    return orders.find((order) => order !== 0) ?? 0;
  });
  return keyed.map(({ key, of }) => ({
    count: of.length,
    group: Object.fromEntries(
      groupNames.map((name, index) => {
        const by = groupBy[index]!;
        const { field, part } = by;
        const isHeld = of.some((row) => groupValue(row, by) === key[index]);
        const value = isHeld ? (key[index] ?? null) : groupValue(of[0]!, by);
        return [name, part === 'value' ? shownOrMisfit(type, field, value) : value];
      }),
    ),
    ...Object.fromEntries(
      measures.map((measure) => [
        measure,
        Object.fromEntries(
          Object.keys(model[type].fields).map((field) => {
            const values = of.flatMap((row) => row[field] ?? []);
            const told = tell(
              measure,
              values.map(asKeyOf(citizens, field)) as typeof values,
              type,
              field,
            );
            const isOfType = measure === 'min' || measure === 'max';
            return [field, isOfType ? shownOrMisfit(type, field, told) : told];
          }),
        ),
      ]),
    ),
  }));
}
