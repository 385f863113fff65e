import 'reflect-metadata';

import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';

import { checkInput } from './checkInput.js';
import { ClientResolver } from './clients/clientResolver.js';
import { GrantResolver } from './grants/grantResolver.js';
import { ReadingResolver } from './readingResolver.js';
import { RecordResolver } from './record/recordResolver.js';
import { AdministratorRelations, ClientRelations, GrantRelations } from './relationResolvers.js';
import { checkRole } from './roles/checkRole.js';
import { RuleResolver } from './rules/ruleResolver.js';

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
    validateFn: checkInput,
  });
}
