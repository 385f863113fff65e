import type { Catalog } from '../catalog/model/catalog.js';
import type { ActionRecorder } from '../record/entry/actionRecorder.js';
import type { RecordReader } from '../record/search/recordReader.js';

import type { AdministratorEntity } from './administrators/administratorEntity.js';
import type { Loaders } from './loaders.js';
import type { PolicyControl } from './policy/openPolicy.js';

/** What the resolvers of one request share; cloned shallowly on the way, so without methods of a class. */
export interface AdminContext {
  readonly administrator: Readonly<AdministratorEntity>;
  readonly control: PolicyControl;
  readonly catalog: Catalog;
  readonly loaders: Loaders;
  readonly record: Pick<RecordReader, 'search' | 'verify'>;
  readonly log: ActionRecorder;
}
