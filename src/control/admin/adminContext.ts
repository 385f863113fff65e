import type { ActionLog } from '../../audit/actionLog.js';
import type { RecordReader } from '../../audit/recordReader.js';
import type { Catalog } from '../../catalog/catalog.js';
import type { AdministratorEntity } from '../entities/administrator.js';
import type { PolicyControl } from '../openPolicy.js';

import type { Loaders } from './loaders.js';

/** What the resolvers of one request share; cloned shallowly on the way, so without methods of a class. */
export interface AdminContext {
  readonly administrator: Readonly<AdministratorEntity>;
  readonly control: PolicyControl;
  readonly catalog: Catalog;
  readonly loaders: Loaders;
  readonly record: Pick<RecordReader, 'search' | 'verify'>;
  readonly log: ActionLog;
}
