import { GraphQLError, OperationTypeNode, type ASTVisitor, type ValidationContext } from 'graphql';

/**
 * A contract's schema has only a query type. graphql-js 16 lets operations of other types pass
 * without checking their fields and arguments, and leaves the refusal to its own executor, which we
 * do not use.
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
