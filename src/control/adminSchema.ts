import 'reflect-metadata';

import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';

import { AdministratorResolver } from './administrators/administratorResolver.js';
import { AgencyResolver } from './agencies/agencyResolver.js';
import { ApplicationResolver } from './applications/applicationResolver.js';
import { CatalogResolver } from './catalogs/catalogResolver.js';
import { checkInput } from './checkInput.js';
import { ClientResolver } from './clients/clientResolver.js';
import { DriftResolver } from './drift/driftResolver.js';
import { ApprovalResolver } from './grants/approvalResolver.js';
import { GrantResolver } from './grants/grantResolver.js';
import { RecordResolver } from './record/recordResolver.js';
import { checkRole } from './roles/checkRole.js';
import { RuleResolver } from './rules/ruleResolver.js';

/** The schema of the administration. It is the same for all roles, so introspection tells no secret. */
export function adminSchema(): GraphQLSchema {
  return buildSchemaSync({
    resolvers: [
      AdministratorResolver,
      AgencyResolver,
      ApplicationResolver,
      ApprovalResolver,
      CatalogResolver,
      ClientResolver,
      DriftResolver,
      GrantResolver,
      RecordResolver,
      RuleResolver,
    ],
    globalMiddlewares: [checkRole],
    validateFn: checkInput,
  });
}
