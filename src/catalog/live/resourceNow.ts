import { sha256 } from '../../shared/sha256.js';
import type { TableShape } from '../../source/sourceShape.js';
import { areStated, areUnique, vouchedColumns } from '../model/areUnique.js';
import type { Cube, Field, Resource } from '../model/catalog.js';
import { columnOf } from '../model/columnOf.js';
import { leadsFrom } from '../model/leadsTo.js';
import { pageColumnOf } from '../model/pageColumnOf.js';

import { closesResource, type Drift, type DriftRole } from './drift.js';
import { whyNoOrder } from './whyNoOrder.js';
import { whyNotRead } from './whyNotRead.js';

interface ResourceNow {
  readonly resource: Resource;
  readonly drift: readonly Drift[];
}

function roleOf({ name }: Field, resource: Resource, linked: ReadonlySet<string>): DriftRole {
  if (resource.key.includes(name)) return 'KEY';
  if (name === resource.subject) return 'SUBJECT';
  if (name === resource.minorsBy) return 'MINORS';
  const leads = [...resource.links.values()].some((link) => leadsFrom(link).includes(name));
  return leads || linked.has(`${resource.name}.${name}`) ? 'LINK' : 'VALUE';
}

const inWords: Readonly<Record<Exclude<DriftRole, 'VALUE'>, string>> = {
  TABLE: 'its table',
  KEY: 'its key',
  SUBJECT: 'whom its rows are about',
  MINORS: 'what tells minors',
  LINK: 'what a link follows',
  PAGES: 'the order of its pages',
};

/** Closes a resource of which more than a value has drifted. */
function closedBy(resource: Resource, drift: readonly Drift[]): Resource {
  const [first] = drift.filter(closesResource);
  if (!first || first.role === 'VALUE') return resource;
  const field = first.field === null ? '' : `, "${first.field}"`;
  return { ...resource, drift: `${inWords[first.role]}${field}, has drifted: ${first.why}` };
}

const notUnique = 'its source does not keep it unique any more';
const gone = 'its column is gone from its source';

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Whether the units of a sum are still of the last digit of its column: else it would not be exact. */
function areUnits({ measures }: Cube, fields: ReadonlyMap<string, Field>): boolean {
  return measures.every(({ name, field }) => field.column.scale === fields.get(name)?.column.scale);
}

/** Statistics hold the fields that they count. */
function cubesOver(
  cubes: Resource['cubes'],
  fields: ReadonlyMap<string, Field>,
): ReadonlyMap<string, Cube> {
  const now = (field: Field) => fields.get(field.name) ?? field;
  return new Map(
    [...cubes]
      .filter(([, cube]) => areUnits(cube, fields))
      .map(([name, cube]) => [
        name,
        {
          ...cube,
          dimensions: cube.dimensions.map((one) => ({ ...one, field: now(one.field) })),
          measures: cube.measures.map((one) => ({ ...one, field: now(one.field) })),
        },
      ]),
  );
}

/** The columns that are stored otherwise than when the catalog was compiled, and can be read. */
function changedColumns(
  resource: Resource,
  now: Pick<Resource, 'fields' | 'pageBy' | 'vouched'>,
): unknown[] {
  const fields = [...now.fields.values()].flatMap(({ name, column }) =>
    column === resource.fields.get(name)?.column ? [] : [[name, column]],
  );
  const apart = [now.pageBy, now.vouched];
  return same(apart, [resource.pageBy, resource.vouched]) ? fields : [...fields, [null, apart]];
}

/**
 * Holds one resource to its table.
 *
 * @param table undefined where it is gone
 * @param linked the fields to which links lead, as `Type.field`
 */
export function resourceNow(
  resource: Resource,
  table: TableShape | undefined,
  linked: ReadonlySet<string>,
): ResourceNow {
  const { agency, source, name, pageBy: paged } = resource;
  const drift: Drift[] = [];
  const tell = (role: DriftRole, field: string | null, column: string, why: string) => {
    drift.push({ agency, source, resource: name, role, field, column, why });
  };
  if (!table || table.size === 0) {
    const why = table
      ? 'its source does not let it be read any more'
      : 'it is gone from its source';
    tell('TABLE', null, resource.table, why);
    return { resource: closedBy(resource, drift), drift };
  }
  const fields = new Map<string, Field>();
  for (const field of resource.fields.values()) {
    const shape = table.get(field.column.name);
    const why = shape ? whyNotRead(field, shape) : gone;
    if (!shape || why !== undefined) {
      tell(roleOf(field, resource, linked), field.name, field.column.name, why ?? gone);
      fields.set(field.name, { ...field, drift: why ?? gone });
    } else {
      const column = columnOf(field.column.name, field, shape, field.column.reading);
      fields.set(field.name, same(column, field.column) ? field : { ...field, column });
    }
  }
  const keyColumns = resource.key.flatMap((one) => fields.get(one)?.column.name ?? []);
  if (keyColumns.length > 0 && !drift.some(({ role }) => role === 'KEY')) {
    if (!areUnique(keyColumns, resource.unique, table)) {
      tell('KEY', resource.key[0] ?? null, keyColumns.join(', '), notUnique);
    }
  }
  const ofPages = paged.map(({ name: column }) => column);
  const arePaged = areUnique(ofPages, resource.unique, table);
  const pageBy = paged.map((column) => {
    const shape = table.get(column.name);
    const why = shape ? whyNoOrder(shape, arePaged, areStated(ofPages, resource)) : gone;
    if (shape && why === undefined) return pageColumnOf(column.name, shape);
    tell('PAGES', null, column.name, why ?? gone);
    return column;
  });
  const vouched = vouchedColumns(resource.unique, table);
  const changed = changedColumns(resource, { fields, pageBy, vouched });
  if (drift.length === 0 && changed.length === 0) return { resource, drift };
  const now: Resource = {
    ...resource,
    fields,
    pageBy,
    vouched,
    cubes: cubesOver(resource.cubes, fields),
    ...(changed.length > 0 && { columnsNow: sha256(JSON.stringify(changed)).slice(0, 16) }),
  };
  return { resource: closedBy(now, drift), drift };
}
