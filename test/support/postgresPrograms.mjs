import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where Debian keeps them: its `PATH` has none, as several versions may stand beside one another. */
const debian = '/usr/lib/postgresql';

/** The folder of PostgreSQL's programs, of the latest version; undefined where there is none. */
export function postgresPrograms() {
  const versions = existsSync(debian) ? readdirSync(debian) : [];
  const newest = versions.toSorted((one, other) => Number(other) - Number(one));
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    ...newest.map((version) => join(debian, version, 'bin')),
  ];
  return folders.find((folder) => existsSync(join(folder, 'initdb')));
}
