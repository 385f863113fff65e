import 'reflect-metadata';

import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';

import { checkRole } from './checkRole.js';
import { ClientResolver } from './resolvers/clientResolver.js';
import { GrantResolver } from './resolvers/grantResolver.js';
import { ReadingResolver } from './resolvers/readingResolver.js';
import { RecordResolver } from './resolvers/recordResolver.js';
import {
  AdministratorRelations,
  ClientRelations,
  GrantRelations,
} from './resolvers/relationResolvers.js';
import { RuleResolver } from './resolvers/ruleResolver.js';

/** The schema of the administration, the same for all roles: what it tells is public. */
export function adminSchema(): GraphQLSchema {
  return buildSchemaSync({
    resolvers: [
      ReadingResolver,
      RecordResolver,
      ClientRelations,
      GrantRelations,
      AdministratorRelations,
      ClientResolver,
      GrantResolver,
      RuleResolver,
    ],
    globalMiddlewares: [checkRole],
    validate: { forbidUnknownValues: false },
  });
}
