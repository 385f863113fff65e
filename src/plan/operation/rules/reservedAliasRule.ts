import { GraphQLError, type ASTVisitor, type ValidationContext } from 'graphql';

/**
 * No alias begins with two underscores, which GraphQL keeps for itself (specification, 2.1.9). Such
 * a key in an answer (`__proto__`) would not be data to every reader.
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
