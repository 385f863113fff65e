import {
  GraphQLEnumType,
  GraphQLInputObjectType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
} from 'graphql';

import { argumentNames, claimTypeNames, rootNames } from '../../catalog/model/rootNames.js';
import type { VerificationDecision } from '../../policy/model/decisions.js';
import type { BuildRootFields } from '../rootField.js';
import { scalars } from '../types/scalars.js';
import { keyFields, typeOf } from '../types/typeOf.js';

const match = { description: 'All that is claimed holds.' };
const noMatch = { description: 'Nobody found, or something that is claimed does not hold.' };

const resultType = new GraphQLEnumType({
  name: 'VerificationResult',
  values: { MATCH: match, NO_MATCH: noMatch },
});

const description = 'Whether what is claimed holds; of what the source has, nothing is told.';

const verificationType = new GraphQLObjectType({
  name: 'Verification',
  description,
  fields: { result: { type: new GraphQLNonNull(resultType) } },
});

/** The output type of a verification. A resource whose verification tells more has its own type. */
function outputOf(name: string, verification: VerificationDecision): GraphQLObjectType {
  const { tellMismatches, tellNotFound } = verification;
  if (!tellMismatches && !tellNotFound) return verificationType;
  const result = tellNotFound
    ? new GraphQLEnumType({
        name: `${name}VerificationResult`,
        values: {
          MATCH: match,
          NO_MATCH: { description: 'Something that is claimed does not hold.' },
          NOT_FOUND: { description: 'Nobody in scope has the key.' },
        },
      })
    : resultType;
  const names = new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(scalars.String)));
  return new GraphQLObjectType({
    name: `${name}Verification`,
    description,
    fields: {
      result: { type: new GraphQLNonNull(result) },
      ...(tellMismatches && {
        mismatches: {
          type: names,
          description: 'The names of the claims that do not hold; all, where nobody is found.',
        },
      }),
    },
  });
}

/**
 * The root fields that compare claims with one row and with many rows. The resource need not be visible:
 * verifications exist for data that is not shown.
 */
export const verify: BuildRootFields = (decision) => {
  const { resource, verification } = decision;
  if (!verification) return [];
  const type = outputOf(resource.name, verification);
  const claims = new GraphQLInputObjectType({
    name: claimTypeNames.claims(resource),
    description: 'What is claimed; each part of it is compared.',
    fields: Object.fromEntries(
      verification.claims.map((field) => [
        field.name,
        { type: new GraphQLNonNull(typeOf(field)), description: field.description },
      ]),
    ),
  });
  const ofOne = {
    ...keyFields(decision),
    [argumentNames.claims]: { type: new GraphQLNonNull(claims) },
  };
  const keyed = new GraphQLInputObjectType({
    name: claimTypeNames.claimsByKey(resource),
    description: 'What is claimed of the one that has the key.',
    fields: ofOne,
  });
  const many = new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(keyed)));
  const single = {
    type,
    description: `Whether what is claimed of a row of ${resource.title} holds.`,
    args: ofOne,
  };
  const batch = {
    type: new GraphQLList(new GraphQLNonNull(type)),
    description: `The same of many rows of ${resource.title}, in the order asked.`,
    args: { [argumentNames.claims]: { type: many } },
  };
  return [
    [rootNames.verify(resource), single],
    [rootNames.batchVerify(resource), batch],
  ];
};
