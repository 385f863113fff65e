import {
  getNamedType,
  GraphQLError,
  isLeafType,
  type ASTVisitor,
  type ValidationContext,
} from 'graphql';

/**
 * Scalars have no selection, and all other types have one. This rule replaces graphql-js'
 * ScalarLeafsRule (GraphQL specification, 5.3.3), whose messages suggest other names.
 */
export function leavesRule(context: ValidationContext): ASTVisitor {
  return {
    Field(node) {
      const type = context.getType();
      if (!type) return;
      const isLeaf = isLeafType(getNamedType(type));
      if (isLeaf === !node.selectionSet) return;
      const rule = isLeaf ? 'has no selection of fields' : 'has a selection of fields';
      const message = `A field of type "${type.toString()}" ${rule}.`;
      context.reportError(new GraphQLError(message, { nodes: node }));
    },
  };
}
