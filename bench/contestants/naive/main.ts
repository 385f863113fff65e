import 'reflect-metadata';

import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import Fastify from 'fastify';
import { buildSchema } from 'type-graphql';

import { urlOf, type BenchData } from '../../benchData.js';
import { serve, type Contestant } from '../serve.js';

import { Company } from './company.js';
import { CompanyResolver } from './companyResolver.js';
import { Division } from './division.js';
import { DivisionResolver } from './divisionResolver.js';
import { contextsOver, type NaiveContext } from './naiveContext.js';
import { openDataSource } from './openDataSource.js';
import { Province } from './province.js';
import { Resident } from './resident.js';
import { ResidentResolver } from './residentResolver.js';

/** The usual stack, as a competent team writes it: TypeGraphQL, TypeORM, DataLoader, Apollo. */
async function startNaive(data: BenchData): Promise<Contestant> {
  const population = await openDataSource(urlOf(data, 'population'), [Resident]);
  const divisions = await openDataSource(urlOf(data, 'divisions'), [Division, Province]);
  const market = await openDataSource(urlOf(data, 'market'), [Company]);
  const createContext = contextsOver({ population, divisions, market });

  const app = Fastify();
  const schema = await buildSchema({
    resolvers: [ResidentResolver, DivisionResolver, CompanyResolver],
  });
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
      await Promise.all([population, divisions, market].map((source) => source.destroy()));
    },
  };
}

await serve(startNaive);
