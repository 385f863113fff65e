import 'reflect-metadata';

import { DataSource, type DataSourceOptions } from 'typeorm';

import { AdministratorEntity } from '../administrators/administratorEntity.js';
import { AgencyEntity } from '../agencies/agencyEntity.js';
import { ApplicationEntity } from '../applications/applicationEntity.js';
import { ClientEntity } from '../clients/clientEntity.js';
import { ClientKeyEntity } from '../clients/clientKeyEntity.js';
import { ApprovalEntity } from '../grants/approvalEntity.js';
import { GrantEntity } from '../grants/grantEntity.js';
import { RuleEntity } from '../rules/ruleEntity.js';

import { Begin1790000000000 } from './migrations/1790000000000-begin.js';
import { Reason1790000001000 } from './migrations/1790000001000-reason.js';
import { Approvals1790000002000 } from './migrations/1790000002000-approvals.js';
import { Keys1790000003000 } from './migrations/1790000003000-keys.js';
import { OwnSockets } from './ownSockets.js';
import { RevisionEntity } from './revisionEntity.js';

const common = {
  entities: [
    AdministratorEntity,
    AgencyEntity,
    ApplicationEntity,
    ApprovalEntity,
    ClientEntity,
    ClientKeyEntity,
    GrantEntity,
    RevisionEntity,
    RuleEntity,
  ],
  migrations: [Begin1790000000000, Reason1790000001000, Approvals1790000002000, Keys1790000003000],
  // Every change of the tables is a migration that was reviewed.
  synchronize: false,
  logging: false,
};

/** The kinds of control database, by the scheme of their URL. */
const kinds: Readonly<Record<string, (url: string, sockets: OwnSockets) => DataSourceOptions>> = {
  sqlite: (url) => ({
    ...common,
    type: 'better-sqlite3',
    database: url.slice('sqlite:'.length),
    enableWAL: true,
    timeout: 5_000,
  }),
  mysql: (url, sockets) => ({
    ...common,
    type: 'mysql',
    url,
    charset: 'utf8mb4_bin',
    timezone: 'Z',
    connectTimeout: 2_000,
    poolSize: 4,
    extra: {
      stream: ({ config }: { readonly config: { readonly port: number; readonly host: string } }) =>
        sockets.connect(config.port, config.host),
    },
  }),
};

/**
 * The control database, not yet open.
 *
 * @param url `sqlite:<path>` or `mysql://<user>:<password>@<host>:<port>/<database>`
 * @param sockets those of a server
 */
export function controlDataSource(url: string, sockets = new OwnSockets()): DataSource {
  const options = kinds[url.slice(0, Math.max(url.indexOf(':'), 0))];
  if (!options) {
    throw new Error(
      `a control database is named by a URL of scheme ${Object.keys(kinds).join(', ')}`,
    );
  }
  return new DataSource(options(url, sockets));
}
