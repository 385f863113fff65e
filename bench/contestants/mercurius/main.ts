import Fastify from 'fastify';
import { mercurius } from 'mercurius';

import type { BenchData } from '../../benchData.js';
import { openConnection } from '../byHand/openConnection.js';
import { serve, type Contestant } from '../serve.js';

import { createLoaders } from './loaders.js';
import { createResolvers } from './resolvers.js';
import { schema } from './schema.js';
import { prepareStatements } from './statements.js';

/** What a good engineer would write: Mercurius with its JIT, statements, loaders and masks by hand. */
async function startMercurius(data: BenchData): Promise<Contestant> {
  const connection = openConnection(data);
  const app = Fastify();
  const statements = prepareStatements(connection);
  await app.register(mercurius, {
    schema,
    resolvers: createResolvers(statements),
    loaders: createLoaders(statements),
    jit: 1,
  });
  const origin = await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    address: { url: `${origin}/graphql`, headers: {} },
    close: async () => {
      await app.close();
      await connection.close();
    },
  };
}

await serve(startMercurius);
