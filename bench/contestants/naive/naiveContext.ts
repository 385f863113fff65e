import type DataLoader from 'dataloader';
import type { DataSource, Repository } from 'typeorm';

import { Company } from './company.js';
import { Division } from './division.js';
import { loadMany, loadOne } from './loaders.js';
import { Province } from './province.js';
import { Resident } from './resident.js';

/** What resolvers are handed: the repositories, and loaders that live for one request. */
export interface NaiveContext {
  readonly residents: Repository<Resident>;
  readonly companies: Repository<Company>;
  readonly divisions: DataLoader<string, Division | null>;
  readonly provinces: DataLoader<string, Province | null>;
  readonly residentsByIdNo: DataLoader<string, Resident | null>;
  readonly companiesByLegalRep: DataLoader<string, readonly Company[]>;
}

/** Makes the contexts of requests. */
export function contextsOver(sources: {
  readonly population: DataSource;
  readonly divisions: DataSource;
  readonly market: DataSource;
}): () => NaiveContext {
  const residents = sources.population.getRepository(Resident);
  const companies = sources.market.getRepository(Company);
  const divisions = sources.divisions.getRepository(Division);
  const provinces = sources.divisions.getRepository(Province);
  return () => ({
    residents,
    companies,
    divisions: loadOne(divisions, 'code'),
    provinces: loadOne(provinces, 'code'),
    residentsByIdNo: loadOne(residents, 'idNo'),
    companiesByLegalRep: loadMany(companies, 'legalRepIdNo', { rowId: 'ASC' }),
  });
}
