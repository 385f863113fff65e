import { GraphQLError, type ASTVisitor, type ValidationContext } from 'graphql';

/**
 * No alias begins with two underscores, which GraphQL reserves (specification, 2.1.9). Some readers
 * would not treat such a key of an answer, as `__proto__`, as data.
 */
export function reservedAliasRule(context: ValidationContext): ASTVisitor {
  return {
    Field({ alias }) {
      if (!alias?.value.startsWith('__')) return;
      const message = `An alias does not begin with "__"; "${alias.value}" does.`;
      context.reportError(new GraphQLError(message, { nodes: alias }));
    },
  };
}
