import { buildSchema, executeSync, parse, validate, type GraphQLSchema } from 'graphql';

import { applyMask } from '../../../src/mask/applyMask.js';
import { hashKey } from '../universe/hashKey.js';
import { model, typeNames, type ModelRow, type TypeName, type World } from '../universe/model.js';
import type { OperationChoice } from '../universe/operation.js';
import { grantId } from '../universe/policy.js';
import type { WrittenOperation } from '../universe/writeOperation.js';

import type { ReferenceDecisions, ReferenceField } from './decide.js';

/** What the slow, obvious executor answers; cursors are the word CURSOR. */
export type ReferenceAnswer =
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'data'; readonly data: unknown };

function fieldSdl(type: TypeName, name: string, { form }: ReferenceField): string {
  const { type: scalar, nullable } = model[type].fields[name]!;
  return `${name}: ${form === 'CLEAR' ? scalar : 'String'}${nullable ? '' : '!'}`;
}

/** The schema that the requester has, written out as text. */
function schemaOf(decisions: ReferenceDecisions): GraphQLSchema {
  const roots: string[] = [];
  const types: string[] = [];
  for (const type of typeNames) {
    const decided = decisions[type];
    if (!decided) continue;
    const { key, lookup, list, fields, links } = model[type];
    const visible = Object.entries(decided.fields).filter(([, { form }]) => form !== 'WITHHELD');
    const filters = Object.entries(decided.fields).filter(([, { uses }]) => uses.has('FILTER'));
    const where = filters.length > 0 ? `where: ${type}Where, ` : '';
    if (decided.canLookUp) roots.push(`${lookup}(${key}: ${fields[key]!.type}!): ${type}`);
    if (decided.canList) {
      roots.push(`${list}(${where}first: Int! = 20, after: String): ${type}Connection`);
    }
    types.push(
      `type ${type} { ${visible.map(([name, field]) => fieldSdl(type, name, field)).join(' ')}
        ${decided.links.map((name) => `${name}: ${links[name]!.target}`).join(' ')} }`,
      `type ${type}Edge { cursor: String! node: ${type}! }`,
      `type ${type}Connection { edges: [${type}Edge!]! nodes: [${type}!]! pageInfo: PageInfo! }`,
    );
    const conditions = filters.map(([name]) => `${name}: ${fields[name]!.type}Condition`);
    if (filters.length > 0) types.push(`input ${type}Where { ${conditions.join(' ')} }`);
  }
  return buildSchema(`
    scalar Date
    input IDCondition { eq: ID in: [ID!] }
    input StringCondition { eq: String in: [String!] }
    input DateCondition { eq: Date in: [Date!] }
    type PageInfo { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }
    type Query { ${roots.join(' ') || '_: Boolean'} }
    ${types.join('\n')}`);
}

function compare(one: unknown, other: unknown): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return String(one) < String(other) ? -1 : 1;
}

type Operators = Readonly<Record<string, { eq?: string; in?: readonly string[] }>>;

function meets(row: ModelRow, where: Operators): boolean {
  return Object.entries(where).every(([name, { eq, in: list }]) => {
    const value = row[name];
    return (
      typeof value === 'string' &&
      (eq === undefined || value === eq) &&
      (list === undefined || list.includes(value))
    );
  });
}

/** Answers by graphql-js' own executor, row by row, value by value. */
class Reader {
  readonly #world: World;
  readonly #decisions: ReferenceDecisions;

  constructor(world: World, decisions: ReferenceDecisions) {
    this.#world = world;
    this.#decisions = decisions;
  }

  #rows(type: TypeName): readonly ModelRow[] {
    const { pageBy } = model[type];
    const { inScope } = this.#decisions[type]!;
    return this.#world[type]
      .filter(inScope)
      .sort((one, other) => compare(one[pageBy], other[pageBy]));
  }

  byKey(type: TypeName, field: string, value: unknown): object | null {
    const row = this.#rows(type).find((candidate) => candidate[field] === value);
    return row && value !== null ? this.object(type, row) : null;
  }

  object(type: TypeName, row: ModelRow): object {
    const decided = this.#decisions[type]!;
    const values = Object.entries(decided.fields).map(([name, { form }]) => {
      const value = row[name] ?? null;
      const key = hashKey(grantId, `${type}.${name}`);
      return [name, typeof form === 'object' ? applyMask(form.mask, value, key) : value];
    });
    const links = decided.links.map((name) => {
      const { from, to, target } = model[type].links[name]!;
      return [name, () => this.byKey(target, to, row[from] ?? null)];
    });
    return Object.fromEntries([...values, ...links]) as object;
  }

  /** `skip` rows of the list were on the pages before. */
  page(type: TypeName, first: number, where: Operators, skip: number): object {
    const rows = this.#rows(type)
      .filter((row) => meets(row, where))
      .slice(skip);
    const page = rows.slice(0, first);
    const nodes = page.map((row) => this.object(type, row));
    const cursor = page.length > 0 ? 'CURSOR' : null;
    return {
      nodes,
      edges: nodes.map((node) => ({ cursor: 'CURSOR', node })),
      pageInfo: {
        hasNextPage: rows.length > first,
        hasPreviousPage: skip > 0,
        startCursor: cursor,
        endCursor: cursor,
      },
    };
  }
}

/** What a request is refused with although its operation is valid. */
function refusedWith(operation: OperationChoice): string | undefined {
  for (const root of operation) {
    if (root.kind === 'lookup') continue;
    if (root.where.some(({ by }) => by === 'absent variable')) return 'BAD_USER_INPUT';
    if (root.first < 0) return 'BAD_USER_INPUT';
    if (root.first > 500) return 'LIMIT_EXCEEDED';
  }
  return undefined;
}

/**
 * The answer that the design's sentences ask for.
 *
 * @param skips how many rows lie before the page of each root
 */
export function referenceAnswer(
  operation: OperationChoice,
  { query, variables }: WrittenOperation,
  world: World,
  decisions: ReferenceDecisions,
  skips: readonly number[] = [],
): ReferenceAnswer {
  const schema = schemaOf(decisions);
  const document = parse(query);
  if (validate(schema, document).length > 0) {
    return { kind: 'refused', code: 'GRAPHQL_VALIDATION_FAILED' };
  }
  const code = refusedWith(operation);
  if (code !== undefined) return { kind: 'refused', code };

  const reader = new Reader(world, decisions);
  const rootValue: Record<string, unknown> = {};
  for (const type of typeNames) {
    const { lookup, list, key } = model[type];
    rootValue[lookup] = (given: Record<string, unknown>) => reader.byKey(type, key, given[key]);
    rootValue[list] = (
      { first, where }: { first: number; where?: Operators },
      _context: unknown,
      { path }: { path: { key: string } },
    ) => reader.page(type, first, where ?? {}, skips[Number(path.key.slice(1))] ?? 0);
  }
  const { data, errors } = executeSync({ schema, document, rootValue, variableValues: variables });
  if (errors) throw new Error(`the reference failed: ${errors.join()}`);
  return { kind: 'data', data };
}
