import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';

import { parse, visit } from 'graphql';

const brand = 'Desensitized';

/** The type with its name replaced, as nullable as it was. */
function branded(type, field) {
  return visit(type, {
    NamedType(node) {
      // Masks give texts: whatever else came of one would be branded for what it is not.
      if (node.name.value === 'String') return { ...node, name: { ...node.name, value: brand } };
      throw new Error(`What is @desensitized is a String; ${field} is of type ${node.name.value}.`);
    },
  });
}

/**
 * Loads a contract for graphql-codegen, with a type of its own for what bears `@desensitized`. It
 * serves the making of types only: on the wire a masked value is a String like any other.
 */
export default async function load(file, { cwd }) {
  const document = parse(await readFile(resolve(cwd, file), 'utf8'));
  const { definitions } = visit(document, {
    FieldDefinition(field) {
      const isMasked = field.directives.some(({ name }) => name.value === 'desensitized');
      return isMasked ? { ...field, type: branded(field.type, field.name.value) } : undefined;
    },
  });
  return { ...document, definitions: [...definitions, ...parse(`scalar ${brand}`).definitions] };
}
