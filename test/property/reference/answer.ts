import { buildSchema, executeSync, parse, validate, type GraphQLSchema } from 'graphql';

import { hasAbsentVariable, type ListArguments } from '../universe/conditions.js';
import { statisticsOf } from '../universe/cubes.js';
import { keyFields } from '../universe/keys.js';
import { grades, model, typeNames, type TypeName, type World } from '../universe/model.js';
import type { OperationChoice, Selection } from '../universe/operation.js';
import type { WrittenOperation } from '../universe/writeOperation.js';

import { aggregateOf, aggregateRows, aggregateSdl } from './aggregate.js';
import type { ReferenceDecisions, ReferenceField } from './decide.js';
import { NoCursor, NotUnique, Reader, type PageArguments } from './reader.js';
import { statisticsSdl } from './statistics.js';

/** What the slow, obvious executor answers; cursors are the word CURSOR. */
export type ReferenceAnswer =
  | { readonly kind: 'refused'; readonly code: string }
  | {
      readonly kind: 'data';
      readonly data: unknown;
      /** Where something is missing, and why: each as a text of its path and code. */
      readonly errors: readonly string[];
    };

function fieldSdl(type: TypeName, name: string, { form }: ReferenceField): string {
  const { type: scalar, nullable } = model[type].fields[name]!;
  const clear = scalar === 'List' ? '[String!]' : scalar;
  return `${name}: ${form === 'CLEAR' ? clear : 'Desensitized'}${nullable ? '' : '!'}`;
}

const ordered = (type: string) => `lt: ${type} lte: ${type} gt: ${type} gte: ${type}`;
const equal = (type: string) => `eq: ${type} in: [${type}!] isNull: Boolean`;

const sharedTypes = `
  scalar Date
  scalar BigInt
  scalar Decimal
  scalar LocalDateTime
  scalar DateTime
  scalar Time
  scalar JSON
  scalar Desensitized
  enum SortDirection { ASC DESC ASC_NULLS_FIRST DESC_NULLS_FIRST }
  input IDCondition { ${equal('ID')} startsWith: ID }
  input StringCondition { ${equal('String')} startsWith: String ${ordered('String')} }
  input DateCondition { ${equal('Date')} ${ordered('Date')} }
  input IntCondition { ${equal('Int')} ${ordered('Int')} }
  input BigIntCondition { ${equal('BigInt')} ${ordered('BigInt')} }
  input DecimalCondition { ${equal('Decimal')} ${ordered('Decimal')} }
  input TimeCondition { ${equal('Time')} ${ordered('Time')} }
  input DateTimeCondition { ${equal('DateTime')} ${ordered('DateTime')} }
  input LocalDateTimeCondition { ${equal('LocalDateTime')} ${ordered('LocalDateTime')} }
  input ListCondition { has: String isNull: Boolean }
  input BooleanCondition { ${equal('Boolean')} }
  enum Grade { ${Object.keys(grades).join(' ')} }
  input GradeCondition { ${equal('Grade')} }
  type Verification { result: String! }
  type PageInfo { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }`;

/** The schema that the requester has, written out as text. */
function schemaOf(decisions: ReferenceDecisions): GraphQLSchema {
  const withUse = (type: TypeName, use: string) =>
    Object.entries(decisions[type]!.fields).filter(([, { uses }]) => uses.has(use));
  /** Whether there are conditions on a type's rows: on its fields, or through its links. */
  const isConditioned = (type: TypeName, onTheWay: readonly TypeName[] = []): boolean =>
    withUse(type, 'FILTER').length > 0 ||
    decisions[type]!.links.some((name) => {
      const { target } = model[type].links[name]!;
      return !onTheWay.includes(target) && isConditioned(target, [...onTheWay, type]);
    });
  const list = (type: TypeName) => {
    const where = isConditioned(type) ? `where: ${type}Where, ` : '';
    const orderBy = withUse(type, 'SORT').length > 0 ? `orderBy: [${type}OrderBy!], ` : '';
    return `(${where}${orderBy}first: Int, after: String, last: Int, before: String): ${type}Connection`;
  };
  const roots: string[] = [];
  const types: string[] = [];
  for (const type of typeNames) {
    const decided = decisions[type];
    if (!decided) continue;
    const { fields, links } = model[type];
    const ofKey = keyFields(type)
      .map((name) => `${name}: ${fields[name]!.type}!`)
      .join(' ');
    const visible = Object.entries(decided.fields).filter(([, { form }]) => form !== 'WITHHELD');
    const [filters, orders] = [withUse(type, 'FILTER'), withUse(type, 'SORT')];
    if (decided.canLookUp) {
      const { lookup, batch, keys } = model[type];
      const { key, alsoKey } = model[type];
      const item = alsoKey === undefined ? fields[key]!.type : `${type}ByKey`;
      if (alsoKey !== undefined) types.push(`input ${item} { ${ofKey} }`);
      roots.push(`${lookup}(${ofKey}): ${type}`);
      roots.push(`${batch}(${keys}: [${item}!]!): [${type}]`);
    }
    const { verification } = decided;
    if (verification) {
      const { verify, batchVerify, keyedClaims } = model[type];
      const { tellMismatches, tellNotFound } = verification;
      const output = tellMismatches || tellNotFound ? `${type}Verification` : 'Verification';
      roots.push(`${verify}(${ofKey}, claims: ${type}Claims!): ${output}`);
      roots.push(`${batchVerify}(claims: [${keyedClaims}!]!): [${output}!]`);
      const claims = verification.claims.map((name) => `${name}: ${fields[name]!.type}!`);
      types.push(
        `input ${type}Claims { ${claims.join(' ')} }`,
        `input ${keyedClaims} { ${ofKey} claims: ${type}Claims! }`,
      );
      if (output !== 'Verification') {
        types.push(
          `type ${output} { result: String! ${tellMismatches ? 'mismatches: [String!]!' : ''} }`,
        );
      }
    }
    if (decided.canList) {
      roots.push(`${model[type].list}${list(type)}`);
      const where = isConditioned(type) ? `where: ${type}Where` : '';
      const aggregate = aggregateSdl(type, decisions, where);
      roots.push(aggregate.root);
      types.push(...aggregate.types);
    }
    const statistics = statisticsSdl(type, decided);
    if (statistics) {
      roots.push(statistics.root);
      types.push(...statistics.types);
    }
    const linked = decided.links.map((name) => {
      const { target, isMany } = links[name]!;
      return isMany ? `${name}${list(target)}` : `${name}: ${target}`;
    });
    if (!decided.isVisible) continue;
    types.push(
      `type ${type} { ${visible.map(([name, field]) => fieldSdl(type, name, field)).join(' ')}
        ${linked.join(' ')} }`,
      `type ${type}Edge { cursor: String! node: ${type}! }`,
      `type ${type}Connection { edges: [${type}Edge!]! nodes: [${type}!]! pageInfo: PageInfo! totalCount: Int! }`,
    );
    const throughs = decided.links.flatMap((name) => {
      const { target, isMany } = links[name]!;
      if (!isConditioned(target)) return [];
      const [of, every] = [`${type}_${name}`, isMany ? `every: ${target}Where` : ''];
      types.push(`input ${of} { some: ${target}Where none: ${target}Where ${every} }`);
      return `${name}: ${of}`;
    });
    const conditions = [
      ...filters.map(([name]) => `${name}: ${fields[name]!.type}Condition`),
      ...throughs,
    ];
    const self = `${type}Where`;
    if (isConditioned(type)) {
      types.push(
        `input ${self} { ${conditions.join(' ')} and: [${self}!] or: [${self}!] not: ${self} }`,
      );
    }
    const places = orders.map(([name]) => `${name}: SortDirection`);
    if (orders.length > 0) types.push(`input ${type}OrderBy { ${places.join(' ')} }`);
  }
  return buildSchema(`
    ${sharedTypes}
    type Query { ${roots.join(' ') || '_: Boolean'} }
    ${types.join('\n')}`);
}

/** The lists below a selection that are asked for: what is skipped asks for nothing. */
function listsBelow(selections: readonly Selection[]): readonly ListArguments[] {
  return selections.flatMap((selection) => {
    if (selection.kind === 'field') return [];
    const { kind } = selection;
    if (
      kind === 'when' &&
      !['@include(if: $yes)', '@skip(if: $no)'].includes(selection.directive)
    ) {
      return [];
    }
    const inner = listsBelow(selection.selections);
    return kind === 'many' ? [...inner, selection.list] : inner;
  });
}

/** An operation, drawn and written, and how it is asked. */
interface Asked {
  readonly operation: OperationChoice;
  readonly written: WrittenOperation;
  /** Whether it must state its occasion and does not. */
  readonly lacksOccasion: boolean;
}

/** What a request is refused with although its operation is valid. */
function refusedWith(
  { operation, lacksOccasion }: Asked,
  decisions: ReferenceDecisions,
): string | undefined {
  // Variables are looked at before anything is bound.
  for (const root of operation) {
    if (root.kind !== 'verify' || !root.byVariable) continue;
    const granted = decisions[root.type]?.verification?.claims ?? [];
    const claimed = root.claimed.flatMap(({ claims }) => Object.keys(claims));
    if (claimed.some((name) => !granted.includes(name))) return 'BAD_USER_INPUT';
  }
  for (const root of operation) {
    if (root.kind === 'aggregate' && hasAbsentVariable(root.asked.where)) return 'BAD_USER_INPUT';
    if (root.kind !== 'list') continue;
    if (hasAbsentVariable(root.list.where)) return 'BAD_USER_INPUT';
    if (root.list.size < 0) return 'BAD_USER_INPUT';
    if (root.list.size > 500) return 'LIMIT_EXCEEDED';
  }
  const below = operation.flatMap((root) =>
    'selections' in root ? listsBelow(root.selections) : [],
  );
  if (below.some(({ where }) => hasAbsentVariable(where))) return 'BAD_USER_INPUT';
  return lacksOccasion ? 'BAD_USER_INPUT' : undefined;
}

/**
 * The answer that the design's sentences ask for.
 *
 * @param skips how many rows lie before the page of each root
 */
export function referenceAnswer(
  asked: Asked,
  world: World,
  decisions: ReferenceDecisions,
  skips: readonly number[] = [],
): ReferenceAnswer {
  const { operation, written } = asked;
  const { query, variables } = written;
  const schema = schemaOf(decisions);
  const document = parse(query);
  if (validate(schema, document).length > 0) {
    return { kind: 'refused', code: 'GRAPHQL_VALIDATION_FAILED' };
  }
  const code = refusedWith(asked, decisions);
  if (code !== undefined) return { kind: 'refused', code };

  const reader = new Reader(world, decisions);
  const rootValue: Record<string, unknown> = {};
  for (const type of typeNames) {
    const { lookup, batch, keys, list, key, alsoKey, verify, batchVerify } = model[type];
    type Claims = Readonly<Record<string, string | number | boolean>>;
    type Item = Readonly<Record<string, unknown>> & { readonly claims: Claims };
    rootValue[verify] = (given: Item) => reader.verify(type, given, given.claims);
    rootValue[batchVerify] = (given: { claims: readonly Item[] }) =>
      given.claims.map((item) => reader.verify(type, item, item.claims));
    rootValue[lookup] = (given: Record<string, unknown>) => reader.byKey(type, given);
    // "In the order asked, null for a miss, and a key that is asked twice gets the row twice."
    rootValue[batch] = (given: Record<string, readonly unknown[]>) =>
      given[keys]!.map((value) =>
        reader.byKey(type, alsoKey === undefined ? { [key]: value } : (value as Item)),
      );
    // What of it may be told, `statistics.ts` judges of the answer.
    rootValue[statisticsOf(type)] = () => [];
    rootValue[aggregateOf(type)] = (given: Pick<PageArguments, 'where'> & { groupBy?: string[] }) =>
      aggregateRows(
        type,
        reader.matching(type, given.where),
        given.groupBy ?? [],
        decisions[type]!.citizens,
      );
    rootValue[list] = (
      given: PageArguments,
      _context: unknown,
      { path }: { path: { key: string } },
    ) => reader.list(type, given, skips[Number(path.key.slice(1))] ?? 0);
  }
  const { data, errors } = executeSync({ schema, document, rootValue, variableValues: variables });
  const told = (errors ?? []).map((error) => {
    const { message, path = [], originalError } = error;
    if (message === 'misfit') return `${path.join('.')} VALUE_MISMATCH`;
    if (message === 'too large') return `${path.join('.')} VALUE_TOO_LARGE`;
    if (originalError instanceof NoCursor)
      return `${path.join('.')}.${originalError.of} VALUE_TOO_LARGE`;
    if (!(originalError instanceof NotUnique)) throw new Error(`the reference failed: ${message}`);
    const place = message.endsWith('its list') ? path.slice(0, -1) : path;
    return `${place.join('.')} NOT_UNIQUE`;
  });
  const judged = operation.map((root, index) =>
    root.kind === 'statistics' ? { [`r${index}`]: 'lawful' } : {},
  );
  return {
    kind: 'data',
    data: Object.assign({}, data, ...judged) as unknown,
    errors: [...told, ...reader.leftOut],
  };
}
