import 'reflect-metadata';

import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import Fastify from 'fastify';
import { buildSchema } from 'type-graphql';
import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';

import type { BenchData } from '../../benchData.js';
import { serve, type Contestant } from '../serve.js';

import { Division } from './division.js';
import { DivisionResolver } from './divisionResolver.js';
import { contextsOver, type NaiveContext } from './naiveContext.js';
import { Province } from './province.js';
import { Resident } from './resident.js';
import { ResidentResolver } from './residentResolver.js';

function open(
  database: string,
  entities: (EntityTarget<ObjectLiteral> & (new () => object))[],
): Promise<DataSource> {
  const options = { database, entities, readonly: true, fileMustExist: true };
  return new DataSource({ type: 'better-sqlite3', ...options }).initialize();
}

/** The usual stack, as a competent team writes it: TypeGraphQL, TypeORM, DataLoader, Apollo. */
async function startNaive(data: BenchData): Promise<Contestant> {
  const population = await open(data.population, [Resident]);
  const divisions = await open(data.divisions, [Division, Province]);
  const createContext = contextsOver({ population, divisions });

  const app = Fastify();
  const schema = await buildSchema({ resolvers: [ResidentResolver, DivisionResolver] });
  // Cache hints, which nothing here states, would be looked for at every field.
  const plugins = [fastifyApolloDrainPlugin(app), ApolloServerPluginCacheControlDisabled()];
  const apollo = new ApolloServer<NaiveContext>({ schema, plugins });
  await apollo.start();
  await app.register(fastifyApollo(apollo), { context: () => Promise.resolve(createContext()) });
  const origin = await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    address: { url: `${origin}/graphql`, headers: {} },
    close: async () => {
      await apollo.stop();
      await app.close();
      await Promise.all([population.destroy(), divisions.destroy()]);
    },
  };
}

await serve(startNaive);
