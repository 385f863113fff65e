import 'reflect-metadata';

import { DataSource, type DataSourceOptions } from 'typeorm';

import { parseMysqlAddress } from '../../address/mysqlAddress.js';
import { mysqlTlsParameters } from '../../address/mysqlTls.js';
import { readTls } from '../../address/readTls.js';
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

type OptionsOf = (url: string, sockets: OwnSockets) => DataSourceOptions;

const ofSqlite: OptionsOf = (url) => ({
  ...common,
  type: 'better-sqlite3',
  database: url.slice('sqlite:'.length),
  enableWAL: true,
  timeout: 5_000,
});

const ofMysql: OptionsOf = (url, sockets) => {
  const { user: username, tls, ...address } = parseMysqlAddress(url);
  return {
    ...common,
    type: 'mysql',
    ...address,
    username,
    ...(tls && { ssl: readTls(tls, mysqlTlsParameters) }),
    charset: 'utf8mb4_bin',
    timezone: 'Z',
    connectTimeout: 2_000,
    poolSize: 4,
    extra: {
      stream: ({ config }: { readonly config: { readonly port: number; readonly host: string } }) =>
        sockets.connect(config.port, config.host),
    },
  };
};

/** The kinds of control database, by the scheme of their URL. */
const kinds: ReadonlyMap<string, OptionsOf> = new Map([
  ['sqlite', ofSqlite],
  ['mysql', ofMysql],
  ['mysqls', ofMysql],
]);

/**
 * The control database, not yet open.
 *
 * @param url `sqlite:<path>`, or as `parseMysqlAddress` reads it
 * @param sockets those of a server
 */
export function controlDataSource(url: string, sockets = new OwnSockets()): DataSource {
  const optionsOf = kinds.get(/^([a-z]+):./.exec(url)?.[1] ?? '');
  if (!optionsOf) {
    throw new Error(
      `a control database is named by a URL of scheme ${[...kinds.keys()].join(', ')}`,
    );
  }
  return new DataSource(optionsOf(url, sockets));
}
