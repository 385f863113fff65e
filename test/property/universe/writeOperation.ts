import { groupName, measures } from './aggregates.js';
import type { ListArguments, Where } from './conditions.js';
import { statisticsOf } from './cubes.js';
import { keyParts } from './keys.js';
import { grades, model, type TypeName } from './model.js';
import type { OperationChoice, RootField, Selection, Shape } from './operation.js';

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
          case 'many': {
            const { target } = model[type as 'Person'].links[selection.name]!;
            const inner = this.selections(selection.selections, target);
            const given = this.#arguments(selection.list, target, null);
            const alias = `m${(this.#aliases += 1)}`;
            return `${alias}: ${selection.name}(${given}) { ${connection(selection.shape, inner)} }`;
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

  #where(where: Where, type: string): string {
    switch (where.kind) {
      case 'isNull':
        return `{ ${where.field}: { isNull: ${where.value} } }`;
      case 'not':
        return `{ not: ${this.#where(where.of, type)} }`;
      case 'through': {
        const { target } = model[type as 'Person'].links[where.link]!;
        return `{ ${where.link}: { ${where.quantifier}: ${this.#where(where.of, target)} } }`;
      }
      case 'and':
      case 'or': {
        const parts = where.of.map((part) => this.#where(part, type));
        return `{ ${where.kind}: [${parts.join(', ')}] }`;
      }
      case 'compare': {
        const { type: named } = model[type as 'Person'].fields[where.field]!;
        const scalar = named === 'List' ? 'String' : named;
        const isList = where.operator === 'in';
        const value = isList ? where.values : where.values[0];
        const stated =
          where.by === 'literal'
            ? literal(value)
            : this.#variable(
                isList ? `[${scalar}!]` : scalar,
                where.by === 'variable' ? value : undefined,
              );
        return `{ ${where.field}: { ${where.operator}: ${stated} } }`;
      }
    }
  }

  #arguments(
    { size, isBackward, where, orderBy }: ListArguments,
    type: string,
    cursor: string | null,
  ): string {
    const order = orderBy.map(({ field, direction }) => `{ ${field}: ${direction} }`);
    const given = [
      `${isBackward ? 'last' : 'first'}: ${size}`,
      ...(where ? [`where: ${this.#where(where, type)}`] : []),
      ...(order.length > 0 ? [`orderBy: [${order.join(', ')}]`] : []),
      ...(cursor === null
        ? []
        : [`${isBackward ? 'before' : 'after'}: ${this.#variable('String', cursor)}`]),
    ];
    return given.join(', ');
  }

  /** The arguments that say whose row is asked for. */
  #key(type: TypeName, key: string, byVariable: boolean): string {
    const parts = Object.entries(keyParts(type, key)).map(([name, value]) => {
      const scalar = model[type].fields[name]!.type;
      return `${name}: ${byVariable ? this.#variable(`${scalar}!`, value) : JSON.stringify(value)}`;
    });
    return parts.join(', ');
  }

  #verify(root: RootField & { readonly kind: 'verify' }, index: number): string {
    const { verify, batchVerify, keyedClaims } = model[root.type];
    const asked = `{ result ${root.asksMismatches ? 'mismatches ' : ''}__typename }`;
    const items = root.claimed.map((one) => ({
      ...keyParts(root.type, one.key),
      claims: one.claims,
    }));
    if (root.isBatch) {
      const given = root.byVariable ? this.#variable(`[${keyedClaims}!]!`, items) : literal(items);
      return `r${index}: ${batchVerify}(claims: ${given}) ${asked}`;
    }
    const [only] = root.claimed;
    const claims = root.byVariable
      ? this.#variable(`${root.type}Claims!`, only!.claims)
      : literal(only!.claims);
    return `r${index}: ${verify}(${this.#key(root.type, only!.key, false)}, claims: ${claims}) ${asked}`;
  }

  #aggregate({ type, asked }: RootField & { readonly kind: 'aggregate' }, index: number): string {
    const { where, groupBy, tells, byVariable } = asked;
    const names = groupBy.map(groupName);
    const by = byVariable ? this.#variable(`[${type}GroupBy!]`, names) : `[${names.join(', ')}]`;
    const given = [
      ...(where ? [`where: ${this.#where(where, type)}`] : []),
      ...(names.length > 0 ? [`groupBy: ${by}`] : []),
    ];
    const told = measures.flatMap((measure) => {
      const fields = tells.filter((one) => one.measure === measure).map(({ field }) => field);
      return fields.length > 0 ? `${measure} { ${fields.join(' ')} }` : [];
    });
    const group = names.length > 0 ? `group { ${names.join(' ')} }` : '';
    const list = given.length > 0 ? `(${given.join(', ')})` : '';
    return `r${index}: ${model[type].lookup}Aggregate${list} { ${group} count ${told.join(' ')} }`;
  }

  #statistics({ type, asked }: RootField & { readonly kind: 'statistics' }, index: number): string {
    const { name, dimensions, measures } = asked.cube;
    const cube = asked.byVariable ? this.#variable(`${type}Cube!`, name) : name;
    const sum = measures.length > 0 ? `sum { ${measures.join(' ')} }` : '';
    const group = `group { ${dimensions.map(groupName).join(' ')} }`;
    return `r${index}: ${statisticsOf(type)}(cube: ${cube}) { over ${group} count ${sum} }`;
  }

  exported({ type, list, selections }: ListRoot, after: string | null): string {
    // Used, as every variable that is declared must be.
    const used = `... on ${type} @include(if: $no) @skip(if: $yes) { __typename }`;
    const given = [
      ...(list.where ? [`where: ${this.#where(list.where, type)}`] : []),
      ...(after === null ? [] : [`after: ${this.#variable('String', after)}`]),
    ];
    const stated = given.length > 0 ? `(${given.join(', ')})` : '';
    return `r0: ${model[type].lookup}Export${stated} { ${this.selections(selections, type)} ${used} }`;
  }

  root(root: RootField, index: number, cursor: string | null): string {
    if (root.kind === 'statistics') return this.#statistics(root, index);
    if (root.kind === 'verify') return this.#verify(root, index);
    if (root.kind === 'aggregate') return this.#aggregate(root, index);
    const { lookup, batch, keys, list, alsoKey } = model[root.type];
    const inner = this.selections(root.selections, root.type);
    if (root.kind === 'lookup') {
      const key = this.#key(root.type, root.key, root.byVariable);
      return `r${index}: ${lookup}(${key}) { ${inner} }`;
    }
    if (root.kind === 'batch') {
      const isOne = alsoKey === undefined;
      const given = isOne ? root.keys : root.keys.map((key) => keyParts(root.type, key));
      const stated = root.byVariable
        ? this.#variable(isOne ? '[ID!]!' : `[${root.type}ByKey!]!`, given)
        : literal(given);
      return `r${index}: ${batch}(${keys}: ${stated}) { ${inner} }`;
    }
    const given = this.#arguments(root.list, root.type, cursor);
    return `r${index}: ${list}(${given}) { ${connection(root.shape, inner)} }`;
  }
}

/** A value as it stands in a document, whose names have no quotes. */
function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value === 'string' && Object.hasOwn(grades, value)) return value;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const parts = Object.entries(value).map(([name, part]) => `${name}: ${literal(part)}`);
  return `{ ${parts.join(', ')} }`;
}

/** What is asked of a list, in one of the shapes of a connection. */
function connection(shape: Shape, inner: string): string {
  const shapes = {
    nodes: `nodes { ${inner} }`,
    edges: `edges { cursor node { ${inner} } }`,
    both: `edges { cursor } nodes { ${inner} }`,
    counted: `totalCount nodes { ${inner} }`,
  };
  if (shape === 'total') return 'totalCount';
  return `${shapes[shape]} pageInfo { hasNextPage hasPreviousPage startCursor endCursor }`;
}

/**
 * Writes an operation down. Its roots answer under `r0`, `r1`, …
 *
 * @param cursors one for each root, null for its first page
 */
export function writeOperation(
  operation: OperationChoice,
  cursors: readonly (string | null)[] = [],
): WrittenOperation {
  const writer = new Writer();
  const roots = operation.map((root, index) => writer.root(root, index, cursors[index] ?? null));
  const query = `query (${writer.declarations.join(', ')}) { ${roots.join('\n')} __typename @skip(if: $no) ok: __typename @include(if: $yes) }`;
  return { query, variables: writer.variables };
}

/** A list that is asked for, of which all rows may be exported. */
export type ListRoot = RootField & { readonly kind: 'list' };

/**
 * Writes the export of what a list asks for: its conditions and what is asked of its rows. It answers
 * under `r0`.
 *
 * @param after the cursor behind which it goes on
 */
export function writeExport(root: ListRoot, after: string | null = null): WrittenOperation {
  const writer = new Writer();
  const field = writer.exported(root, after);
  const query = `query (${writer.declarations.join(', ')}) { ${field} }`;
  return { query, variables: writer.variables };
}
