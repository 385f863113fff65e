import type { Drift } from '../catalog/live/drift.js';
import type { Catalog } from '../catalog/model/catalog.js';
import type { ActionRecorder } from '../record/entry/actionRecorder.js';
import type { RecordReader } from '../record/search/recordReader.js';

import type { AdministratorEntity } from './administrators/administratorEntity.js';
import type { Loaders } from './loaders.js';
import type { PolicyControl } from './policy/openPolicy.js';

/**
 * What the resolvers of one request share. Apollo clones it shallowly, and a clone has no methods of a
 * class; so the object itself is a plain one.
 */
export interface AdminContext {
  readonly administrator: Readonly<AdministratorEntity>;
  readonly control: PolicyControl;
  readonly catalog: Catalog;
  /** Where the sources have drifted away from the catalog, now. */
  readonly drift: () => readonly Drift[];
  readonly loaders: Loaders;
  readonly record: Pick<RecordReader, 'search' | 'verify'>;
  readonly actions: ActionRecorder;
}
