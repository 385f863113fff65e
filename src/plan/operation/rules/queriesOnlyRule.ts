import { GraphQLError, OperationTypeNode, type ASTVisitor, type ValidationContext } from 'graphql';

/**
 * A contract's schema has a query type and no other. graphql-js 16 lets an operation of another type
 * pass, its fields and arguments unchecked, and leaves it to its own executor to refuse it.
 */
export function queriesOnlyRule(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(node) {
      if (node.operation === OperationTypeNode.QUERY) return;
      const message = `An operation is a query; this one is a ${node.operation}.`;
      context.reportError(new GraphQLError(message, { nodes: node }));
    },
  };
}
