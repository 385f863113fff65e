import { DataSource, type DataSourceOptions, type EntityTarget, type ObjectLiteral } from 'typeorm';

import { fileOf } from '../../benchData.js';
import { poolSizeOf } from '../poolSize.js';

function optionsOf(url: string): DataSourceOptions {
  const database = fileOf(url);
  if (database !== null) {
    return { type: 'better-sqlite3', database, readonly: true, fileMustExist: true };
  }
  const poolSize = poolSizeOf(url);
  if (url.startsWith('mysql:')) return { type: 'mysql', url, poolSize };
  const { searchParams } = new URL(url);
  return { type: 'postgres', url, poolSize, schema: searchParams.get('schema') ?? 'public' };
}

/** TypeORM on one source, of whichever kind. */
export function openDataSource(
  url: string,
  entities: (EntityTarget<ObjectLiteral> & (new () => object))[],
): Promise<DataSource> {
  return new DataSource({ ...optionsOf(url), entities }).initialize();
}
