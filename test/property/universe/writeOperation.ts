import { model } from './model.js';
import type { OperationChoice, RootField, Selection, Where } from './operation.js';

/** An operation as a request carries it. */
export interface WrittenOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Collects variables while an operation is written down. */
class Writer {
  readonly declarations = ['$yes: Boolean = true', '$no: Boolean!'];
  readonly variables: Record<string, unknown> = { no: false };
  #aliases = 0;

  selections(selections: readonly Selection[], type: string): string {
    return selections
      .map((selection) => {
        switch (selection.kind) {
          case 'field':
            return selection.alias ? `a${(this.#aliases += 1)}: ${selection.name}` : selection.name;
          case 'link': {
            const { target } = model[type as 'Person'].links[selection.name]!;
            return `${selection.name} { ${this.selections(selection.selections, target)} }`;
          }
          case 'fragment':
            return `... on ${type} { ${this.selections(selection.selections, type)} }`;
          case 'when':
            return `... ${selection.directive} { ${this.selections(selection.selections, type)} }`;
        }
      })
      .join(' ');
  }

  #variable(type: string, value: unknown): string {
    const name = `v${this.declarations.length}`;
    this.declarations.push(`$${name}: ${type}`);
    if (value !== undefined) this.variables[name] = value;
    return `$${name}`;
  }

  #where({ field, operator, values, by }: Where, type: string): string {
    const scalar = model[type as 'Person'].fields[field]!.type;
    const value = operator === 'eq' ? values[0] : values;
    const stated =
      by === 'literal'
        ? JSON.stringify(value)
        : this.#variable(
            operator === 'eq' ? scalar : `[${scalar}!]`,
            by === 'variable' ? value : undefined,
          );
    return `${field}: { ${operator}: ${stated} }`;
  }

  root(root: RootField, index: number, after: string | null): string {
    const { lookup, list, key } = model[root.type];
    const inner = this.selections(root.selections, root.type);
    if (root.kind === 'lookup') {
      const value = root.byVariable ? this.#variable('ID!', root.key) : JSON.stringify(root.key);
      return `r${index}: ${lookup}(${key}: ${value}) { ${inner} }`;
    }
    const where = root.where.map((condition) => this.#where(condition, root.type)).join(', ');
    const given = [
      `first: ${root.first}`,
      ...(where ? [`where: { ${where} }`] : []),
      ...(after === null ? [] : [`after: ${this.#variable('String', after)}`]),
    ];
    const shapes = {
      nodes: `nodes { ${inner} }`,
      edges: `edges { cursor node { ${inner} } }`,
      both: `edges { cursor } nodes { ${inner} }`,
    };
    const pageInfo = 'pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';
    return `r${index}: ${list}(${given.join(', ')}) { ${shapes[root.shape]} ${pageInfo} }`;
  }
}

/**
 * Writes an operation down. Its roots answer under `r0`, `r1`, …
 *
 * @param after a cursor for each root, null for the first page
 */
export function writeOperation(
  operation: OperationChoice,
  after: readonly (string | null)[] = [],
): WrittenOperation {
  const writer = new Writer();
  const roots = operation.map((root, index) => writer.root(root, index, after[index] ?? null));
  const query = `query (${writer.declarations.join(', ')}) { ${roots.join('\n')} __typename @skip(if: $no) ok: __typename @include(if: $yes) }`;
  return { query, variables: writer.variables };
}
