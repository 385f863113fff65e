import { fileOf, urlOf, type BenchData } from '../../benchData.js';

import type { Connection } from './connection.js';
import { openMariadb } from './mariadbConnection.js';
import { openPostgres } from './postgresConnection.js';
import { openSqlite } from './sqliteConnection.js';

/** Opens the sources that the workloads read, by the driver of their kind. */
export function openConnection(data: BenchData): Connection {
  const urls = {
    divisions: urlOf(data, 'divisions'),
    population: urlOf(data, 'population'),
    market: urlOf(data, 'market'),
  };
  const [divisions, population, market] = [urls.divisions, urls.population, urls.market].map(
    fileOf,
  );
  if (divisions && population && market) return openSqlite({ divisions, population, market });
  return urls.population.startsWith('postgres:') ? openPostgres(urls) : openMariadb(urls);
}
