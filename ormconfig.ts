import { controlDataSource } from './src/control/store/controlDataSource.js';

/**
 * The control database, for TypeORM's own command line: `npm run typeorm -- migration:show`.
 * `TONGDAO_CONTROL` names it, as it does for the gateway.
 */
export default controlDataSource(
  process.env['TONGDAO_CONTROL'] ?? 'sqlite:.tongdao/control.sqlite',
);
