import {
  getNamedType,
  getNullableType,
  GraphQLError,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  type ASTVisitor,
  type ObjectValueNode,
  type ValidationContext,
  type ValueNode,
} from 'graphql';

function checkObject(node: ObjectValueNode, context: ValidationContext): boolean | undefined {
  const type = getNamedType(context.getInputType());
  if (!isInputObjectType(type)) {
    checkLeaf(node, context);
    return false;
  }
  const stated = new Set(node.fields.map((field) => field.name.value));
  for (const field of Object.values(type.getFields())) {
    if (isRequiredInputField(field) && !stated.has(field.name)) {
      const message = `Field "${type.name}.${field.name}" of type ${field.type.toString()} must be stated.`;
      context.reportError(new GraphQLError(message, { nodes: node }));
    }
  }
  return undefined;
}

function checkLeaf(node: ValueNode, context: ValidationContext): void {
  const input = context.getInputType();
  if (!input) return;
  const type = getNamedType(input);
  if (isLeafType(type)) {
    try {
      if (type.parseLiteral(node, undefined) !== undefined) return;
    } catch {
      // The type's message would echo the value.
    }
  }
  const message = `A value of type ${input.toString()} must stand here.`;
  context.reportError(new GraphQLError(message, { nodes: node }));
}

/**
 * Every literal fits the type of its place. This rule replaces graphql-js' ValuesOfCorrectTypeRule
 * (GraphQL specification, 5.6.1 to 5.6.4), whose messages echo the value.
 */
export function literalsFitRule(context: ValidationContext): ASTVisitor {
  return {
    ListValue(node) {
      const type = getNullableType(context.getParentInputType());
      if (isListType(type)) return undefined;
      checkLeaf(node, context);
      return false;
    },
    ObjectValue: (node) => checkObject(node, context),
    ObjectField(node) {
      const parent = getNamedType(context.getParentInputType());
      if (context.getInputType() || !isInputObjectType(parent)) return;
      const message = `Field "${node.name.value}" is not defined by type "${parent.name}".`;
      context.reportError(new GraphQLError(message, { nodes: node }));
    },
    NullValue(node) {
      if (isNonNullType(context.getInputType())) checkLeaf(node, context);
    },
    EnumValue: (node) => {
      checkLeaf(node, context);
    },
    IntValue: (node) => {
      checkLeaf(node, context);
    },
    FloatValue: (node) => {
      checkLeaf(node, context);
    },
    StringValue: (node) => {
      checkLeaf(node, context);
    },
    BooleanValue: (node) => {
      checkLeaf(node, context);
    },
  };
}
