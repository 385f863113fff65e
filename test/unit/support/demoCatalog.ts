import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { demoDatabases } from '../../../demo/agencies/demoDatabases.js';
import { demo } from '../../../demo/demo.js';
import type { ColumnType, DemoTable } from '../../../demo/write/demoDatabase.js';
import { compileCatalog } from '../../../src/catalog/compile/compileCatalog.js';
import type { CatalogText } from '../../../src/catalog/read/sdl/parseCatalogs.js';
import type { SourceName } from '../../../src/shared/brand.js';
import type { Storage } from '../../../src/source/column/column.js';
import type { ColumnShape, SourceShape } from '../../../src/source/sourceShape.js';

import { optional, required, shapeOf } from './shapes.js';
import { vocabularyText } from './testCatalog.js';

/** The catalogs of the demo's seven agencies. */
export const demoTexts: readonly CatalogText[] = [
  'civil-affairs.graphql',
  'education.graphql',
  'market-regulation.graphql',
  'natural-resources.graphql',
  'public-security.graphql',
  'social-security.graphql',
  'transport.graphql',
].map((file) => ({ file, text: readFileSync(join(demo.catalogDir, file), 'utf8') }));

const storages: Readonly<Record<ColumnType['kind'], Storage>> = {
  text: 'TEXT',
  date: 'TEXT',
  moment: 'TEXT',
  integer: 'INTEGER',
  double: 'REAL',
};

/** What SQLite would tell of a table of the demo. */
function shapeOfTable({ columns, primaryKey, unique: others }: DemoTable) {
  const shapes = columns.map(({ name, type, nullable }): [string, ColumnShape] => {
    const storage = storages[type.kind];
    const shape = nullable ? optional(storage) : required(storage);
    const isKey = primaryKey.length === 1 && name === primaryKey[0];
    const isPart = primaryKey.length > 1 && primaryKey.includes(name);
    const uniqueWith = isPart ? [primaryKey.filter((column) => column !== name)] : [];
    return [name, { ...shape, unique: isKey || others.includes(name), uniqueWith }];
  });
  return Object.fromEntries(shapes);
}

/** The demo's sources, as data. */
export const demoShapes: ReadonlyMap<SourceName, SourceShape> = new Map(
  demoDatabases().map(({ source, tables }) => [
    source,
    shapeOf(Object.fromEntries(tables.map((table) => [table.name, shapeOfTable(table)]))),
  ]),
);

/** The demo's catalogs, compiled without a source being asked. */
export const demoCatalog = compileCatalog({
  vocabulary: vocabularyText,
  texts: demoTexts,
  shapes: demoShapes,
});
