import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';

import type { AdminContext } from '../adminContext.js';
import { change } from '../workflow/change.js';
import { refusalOf } from '../workflow/refusalOf.js';

import { AgencyEntity } from './agencyEntity.js';
import { AgencyType } from './agencyType.js';
import { isCreditCode } from './isCreditCode.js';
import { RegisterAgencyInput } from './registerAgencyInput.js';

@Resolver()
export class AgencyResolver {
  @Query(() => [AgencyType])
  agencies(@Ctx() { control }: AdminContext): Promise<AgencyType[]> {
    return control.store.read((manager) => manager.find(AgencyEntity, { order: { code: 'ASC' } }));
  }

  @Mutation(() => AgencyType, {
    description:
      'Clients are registered for agencies that are: what two of one agency see is added up',
  })
  registerAgency(
    @Arg('input', () => RegisterAgencyInput) input: RegisterAgencyInput,
    @Ctx() context: AdminContext,
  ): Promise<AgencyType> {
    return change(context, 'registerAgency', async (manager) => {
      const { code, name, creditCode, kind, parent = null } = input;
      if (!isCreditCode(creditCode)) {
        throw refusalOf(
          '`creditCode` is a unified social credit code: 18 characters, the last of which checks the others',
        );
      }
      if (await manager.existsBy(AgencyEntity, { code })) {
        throw refusalOf('an agency of this code is registered already');
      }
      // Under a second code, an agency's clients would be held for those of two.
      if (await manager.existsBy(AgencyEntity, { creditCode })) {
        throw refusalOf('an agency of this credit code is registered already');
      }
      if (parent !== null && !(await manager.existsBy(AgencyEntity, { code: parent }))) {
        throw refusalOf('no agency has the code of `parent`');
      }
      const agency: AgencyEntity = { code, name, creditCode, kind, parent };
      await manager.insert(AgencyEntity, agency);
      return { target: code, resources: [], suspends: false, result: agency };
    });
  }
}
