import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';

import { fileOf } from '../../benchData.js';
import { poolSize } from '../poolSize.js';

/** TypeORM on one source, of whichever kind. */
export function openDataSource(
  url: string,
  entities: (EntityTarget<ObjectLiteral> & (new () => object))[],
): Promise<DataSource> {
  const database = fileOf(url);
  const source =
    database === null
      ? new DataSource({ type: 'mysql', url, poolSize, entities })
      : new DataSource({
          type: 'better-sqlite3',
          database,
          entities,
          readonly: true,
          fileMustExist: true,
        });
  return source.initialize();
}
