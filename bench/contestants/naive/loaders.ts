import DataLoader from 'dataloader';
import { In, type FindOptionsOrder, type FindOptionsWhere, type Repository } from 'typeorm';

/** The columns of an entity that hold texts, by which it can be found. */
type KeyOf<Entity> = {
  [Name in keyof Entity]: Entity[Name] extends string ? Name : never;
}[keyof Entity];

function whereIn<Entity extends object>(
  key: KeyOf<Entity>,
  values: readonly string[],
): FindOptionsWhere<Entity> {
  // TypeORM's types cannot follow a condition on a generic entity.
  return { [key]: In(values) } as FindOptionsWhere<Entity>;
}

/** Loads the one entity that holds a key. */
export function loadOne<Entity extends object>(
  repository: Repository<Entity>,
  key: KeyOf<Entity>,
): DataLoader<string, Entity | null> {
  return new DataLoader(async (values) => {
    const found = await repository.findBy(whereIn(key, values));
    const byKey = new Map(found.map((entity) => [String(entity[key]), entity]));
    return values.map((value) => byKey.get(value) ?? null);
  });
}

/** Loads all entities that hold a key, in an order. */
export function loadMany<Entity extends object>(
  repository: Repository<Entity>,
  key: KeyOf<Entity>,
  order: FindOptionsOrder<Entity>,
): DataLoader<string, readonly Entity[]> {
  return new DataLoader(async (values) => {
    const byKey = new Map(values.map((value): [string, Entity[]] => [value, []]));
    for (const entity of await repository.find({ where: whereIn(key, values), order })) {
      byKey.get(String(entity[key]))?.push(entity);
    }
    return values.map((value) => byKey.get(value) ?? []);
  });
}
