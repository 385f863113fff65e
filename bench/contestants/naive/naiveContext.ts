import DataLoader from 'dataloader';
import { In, type DataSource, type FindOptionsWhere, type Repository } from 'typeorm';

import { Division } from './division.js';
import { Province } from './province.js';
import { Resident } from './resident.js';

/** What resolvers are handed: the repositories, and loaders that live for one request. */
export interface NaiveContext {
  readonly residents: Repository<Resident>;
  readonly divisions: DataLoader<string, Division | null>;
  readonly provinces: DataLoader<string, Province | null>;
}

function byCode<Entity extends { readonly code: string }>(
  repository: Repository<Entity>,
): DataLoader<string, Entity | null> {
  return new DataLoader(async (codes) => {
    // TypeORM's types cannot follow a condition on a generic entity.
    const where = { code: In(codes) } as FindOptionsWhere<Entity>;
    const found = new Map((await repository.findBy(where)).map((entity) => [entity.code, entity]));
    return codes.map((code) => found.get(code) ?? null);
  });
}

/** Makes the contexts of requests. */
export function contextsOver(sources: {
  readonly population: DataSource;
  readonly divisions: DataSource;
}): () => NaiveContext {
  const residents = sources.population.getRepository(Resident);
  const divisions = sources.divisions.getRepository(Division);
  const provinces = sources.divisions.getRepository(Province);
  return () => ({ residents, divisions: byCode(divisions), provinces: byCode(provinces) });
}
