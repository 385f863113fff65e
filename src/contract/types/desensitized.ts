import { GraphQLError, GraphQLScalarType } from 'graphql';

function refuse(): never {
  throw new GraphQLError('Desensitized is what an answer shows; nothing is asked by it.');
}

/**
 * What a masked value is, whatever its field holds. It is no String, so that every tool that reads the
 * schema, by introspection or in print, keeps it from being taken for a name.
 */
export const desensitized = new GraphQLScalarType<never, string>({
  name: 'Desensitized',
  description:
    'A value shown under a mask, as 张*三: a text to be looked at, and no name, number or day. The description of its field begins with the rule.',
  parseValue: refuse,
  parseLiteral: refuse,
});
