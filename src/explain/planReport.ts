import { toSourceRequest } from '../execute/fetchRoot.js';
import { keysRequest, relatedRequest } from '../execute/keysRequest.js';
import { pageRequest, pagesRequest, totalRequest, totalsRequest } from '../execute/pageRequest.js';
import { withTests } from '../execute/withTests.js';
import type { BoundPlan } from '../plan/boundPlan.js';
import { rowShapes } from '../plan/facts/gatherRowFacts.js';
import type { BoundList, BoundPage } from '../plan/page/boundList.js';
import type { BoundRoot } from '../plan/rootPlanners.js';
import type { Fetch } from '../plan/rows/fetch.js';
import type { JunctionPlan, LinkEntry, ManyLinkEntry, RowShape } from '../plan/rows/rowShape.js';
import type { BoundWhere } from '../plan/where/boundWhere.js';
import { describeForm } from '../policy/model/form.js';
import type { SourceName } from '../shared/brand.js';
import { unreachable } from '../shared/unreachable.js';
import type { Lane } from '../source/asking.js';
import type { Column } from '../source/column/column.js';
import type { Connector } from '../source/connector.js';
import { lackingForKeys, lackingForOrder, lackingForRanges } from '../source/lackingIndex.js';
import type { AggregateRequest } from '../source/request/aggregateRequest.js';
import type { FetchRequest } from '../source/request/fetchRequest.js';
import { noRows } from '../source/request/filter.js';
import type { SourceReach } from '../source/sourceReach.js';
import type { TableSize } from '../source/tableSize.js';

import { asPlaceholder, conditionInWords } from './conditionInWords.js';
import { someKeys, withSomeKeys } from './withSomeKeys.js';

export interface ValueReport {
  readonly key: string;
  readonly field: string;
  readonly form: string;
}

/** A step that asks a source, and the steps that its rows lead to. */
export interface FetchReport {
  /** Such as `lookup`, `link` or `condition`. */
  readonly kind: string;
  readonly key: string;
  readonly type: string;
  /** How a link is followed, such as `division_code = code`; null at the root. */
  readonly by: string | null;
  readonly source: string;
  readonly table: string;
  readonly columns: readonly string[];
  readonly values: readonly ValueReport[];
  readonly rows: string;
  /** Null where no order is needed, as for one row. */
  readonly order: readonly string[] | null;
  readonly page: (Pick<BoundPage, 'size' | 'isBackward'> & { readonly isInside: boolean }) | null;
  /** Null where no source would be asked. */
  readonly statement: string | null;
  /** The queue in which the statement waits for its turn; null where there is none. */
  readonly queue: Lane | null;
  /** Whether the source can be reached; null where nobody watches. */
  readonly reach: SourceReach | null;
  /** The indexes that its large tables lack, a sentence each; undefined where they lack none. */
  readonly lacking?: readonly string[];
  readonly steps: readonly FetchReport[];
}

/** A root that no source answers. */
export interface OtherReport {
  readonly kind: string;
  readonly key: string;
}

export interface PlanReport {
  /** The most rows that the operation might fetch, and the most that it may. */
  readonly cost: number;
  readonly maxCost: number;
  /** Whether the headers must state who acts and for which case. */
  readonly needsOccasion: boolean;
  readonly steps: readonly (FetchReport | OtherReport)[];
}

/** A table, and the columns by whose values its rows are found. */
type Keyed = readonly [table: string, columns: readonly Column[]];
type Head = Pick<FetchReport, 'kind' | 'key' | 'by'>;
type Connectors = ReadonlyMap<
  SourceName,
  Pick<Connector, 'explain' | 'laneOf' | 'reach' | 'knownSizes'>
>;

const names = (columns: readonly Column[]) =>
  columns.flatMap(({ name, test }) => (test === undefined ? name : []));

/** How two rows are joined, such as `division_code = code`. */
const equal = (from: readonly string[], to: readonly string[]) =>
  from.map((name, at) => `${name} = ${to[at] ?? ''}`).join(' and ');

/** How rows are joined by way of a junction: to its pairs, and from them. */
function byJunction(from: readonly string[], { fetch: { table }, keys, on }: JunctionPlan): string {
  const ofPairs = (columns: readonly Column[]) => columns.map(({ name }) => `${table}.${name}`);
  const near = equal(from, ofPairs(keys.map(({ column }) => column)));
  const far = equal(ofPairs(on.map(({ column }) => column)), names(on.map(({ to }) => to)));
  return `${near} and ${far}`;
}

/** What the rows behind a link to many are found by, and the pairs of a junction before them. */
function keyedBy({ to, list, junction }: ManyLinkEntry): readonly Keyed[] {
  const { table } = list.fetch;
  if (!junction) return [[table, to]];
  const keys = junction.keys.map(({ column }) => column);
  return [
    [junction.fetch.table, keys],
    [table, junction.on.map(({ to: column }) => column)],
  ];
}

/** A list as its source would be asked for it. */
const asked = (list: BoundList): BoundList => ({ ...list, filter: withSomeKeys(list.filter) });

/** Reports what the steps of one bound plan would do. */
class Reporter {
  readonly #bound: BoundPlan;
  readonly #connectors: Connectors;

  constructor(bound: BoundPlan, connectors: Connectors) {
    this.#bound = bound;
    this.#connectors = connectors;
  }

  root(root: BoundRoot): FetchReport | OtherReport {
    const ask = toSourceRequest(root);
    const head: Head = { kind: ask.name, key: root.step.key, by: null };
    switch (ask.kind) {
      case 'nothing':
        return { kind: ask.name, key: root.step.key };
      case 'rows':
        return this.#rows(head, ask.fetch, ask.rows, ask.request);
      case 'keys': {
        const { keyed, scope, rows, compared } = ask;
        const request = keysRequest(keyed, scope, someKeys(keyed.to));
        const by: Keyed = [keyed.fetch.table, keyed.to];
        const report = this.#rows(head, keyed.fetch, rows, request, [by]);
        const values = compared.map((name) => ({ key: name, field: name, form: 'VERIFY' }));
        return { ...report, values: [...report.values, ...values] };
      }
      case 'pages': {
        const list = asked(ask.list);
        return this.#pages(head, list, pageRequest(list), totalRequest(list));
      }
      case 'groups': {
        const { fetch, request, where } = ask;
        const filter = withSomeKeys(request.filter);
        const report = this.#groups(head, fetch, { ...request, filter });
        return { ...report, steps: this.#conditions(where) };
      }
      default:
        return unreachable(ask);
    }
  }

  /** A step whose source computes measures and gives no rows. */
  #groups(head: Head, fetch: Fetch, request: AggregateRequest): FetchReport {
    const parts = [...request.groupBy, ...request.measures].flatMap((part) =>
      'column' in part ? part.column : [],
    );
    const read = request.each ? [...parts, request.each] : parts;
    const columns = [...new Map(read.map((column) => [column.name, column])).values()];
    return this.#rows(head, fetch, [], { ...request, columns, orderBy: [], limit: null });
  }

  /** The questions to other sources that come first, for link conditions. */
  #conditions({ linkConditions, maxRelatedRows }: BoundWhere): readonly FetchReport[] {
    return linkConditions.flatMap(
      ({ kind, link, target: { resource, scope }, related }): FetchReport[] => {
        if (kind === 'related') return [];
        const { source, table, from, to } = related;
        const condition = withSomeKeys(related.condition);
        const request = relatedRequest({ ...related, condition }, maxRelatedRows);
        return [
          {
            kind: 'condition',
            key: link,
            type: resource.name,
            by: equal(names(from), names(to)),
            source,
            table,
            columns: names(request.columns),
            values: [],
            rows: conditionInWords(scope, asPlaceholder),
            order: null,
            page: null,
            ...this.#ask(source, request),
            steps: [],
          },
        ];
      },
    );
  }

  /** What its source would be asked, and where that would wait for its turn. */
  #ask(
    source: SourceName,
    request: FetchRequest | AggregateRequest,
    keyed: readonly Keyed[] = [],
  ): Pick<FetchReport, 'statement' | 'queue' | 'reach' | 'lacking'> {
    const connector = this.#connectors.get(source);
    const asked = 'columns' in request ? withTests(request, this.#bound.tests) : request;
    const statement = connector?.explain(asked) ?? null;
    const queue = statement === null ? null : (connector?.laneOf?.(request) ?? null);
    const sizes = connector?.knownSizes ?? new Map<string, TableSize>();
    const byKeys = keyed.flatMap(([table, columns]) => lackingForKeys(table, columns, sizes) ?? []);
    // The rows of a key are few, mostly, and are sorted at once.
    const byOrder =
      byKeys.length === 0 && 'limit' in request ? lackingForOrder(request, sizes) : null;
    const byRanges = byKeys.length === 0 ? lackingForRanges(request, sizes) : [];
    const lacking = [...byKeys, ...(byOrder === null ? [] : [byOrder]), ...byRanges];
    const reach = connector?.reach ?? null;
    return { statement, queue, reach, ...(lacking.length > 0 && { lacking }) };
  }

  #link(entry: LinkEntry | ManyLinkEntry, parent: readonly Column[]): FetchReport {
    const { key, fromIndexes, to } = entry;
    const from = fromIndexes.map((index) => parent[index]?.name ?? '');
    const by =
      entry.kind === 'manyLink' && entry.junction
        ? byJunction(from, entry.junction)
        : equal(from, names(to));
    const keys = someKeys(to);
    if (entry.kind === 'link') {
      const scope = this.#bound.scopes[entry.fetch.id] ?? noRows;
      const request = keysRequest(entry, scope, keys);
      const found: Keyed = [entry.fetch.table, to];
      return this.#rows({ kind: 'link', key, by }, entry.fetch, [entry.row], request, [found]);
    }
    const bound = this.#bound.links.get(entry.list);
    if (!bound) throw new TypeError('a list of the plan was not bound');
    const list = asked(bound);
    const scopeOf = ({ id }: Fetch) => this.#bound.scopes[id] ?? noRows;
    const pages = pagesRequest(entry, list, keys, scopeOf);
    const totals = totalsRequest(entry, list, keys, scopeOf);
    return this.#pages({ kind: 'many link', key, by }, list, pages, totals, keyedBy(entry));
  }

  #pages(
    head: Head,
    { plan, where, order, page: { size, isBackward, beyond } }: BoundList,
    request: FetchRequest,
    total: AggregateRequest,
    keyed: readonly Keyed[] = [],
  ): FetchReport {
    const report = this.#rows(head, plan.fetch, rowShapes(plan.entries), request, keyed);
    const places = order.map(({ column, direction }) => `${column.name} ${direction}`);
    const steps = [
      ...this.#conditions(where),
      ...(plan.hasTotal ? [this.#total(head, plan.fetch, total)] : []),
      ...report.steps,
    ];
    if (!plan.hasPage) return { ...report, columns: [], statement: null, queue: null, steps };
    const page = { size, isBackward, isInside: beyond !== null };
    return { ...report, order: places, page, steps };
  }

  /** One more question to the source, which counts the rows on all pages. */
  #total({ key, by }: Head, fetch: Fetch, request: AggregateRequest): FetchReport {
    const report = this.#groups({ kind: 'total', key: `${key}.totalCount`, by }, fetch, request);
    return { ...report, columns: [] };
  }

  #rows(
    head: Head,
    { resource, source, table, columns, scope }: Fetch,
    shapes: readonly RowShape[],
    request: FetchRequest,
    keyed: readonly Keyed[] = [],
  ): FetchReport {
    const entries = shapes.flatMap((shape) => shape.entries);
    return {
      ...head,
      type: resource.name,
      source,
      table,
      columns: names(request.columns),
      values: entries.flatMap((entry) =>
        entry.kind === 'value'
          ? { key: entry.key, field: entry.field.name, form: describeForm(entry.form) }
          : [],
      ),
      rows: conditionInWords(scope, asPlaceholder),
      order: null,
      page: null,
      ...this.#ask(source, request, keyed),
      steps: entries.flatMap((entry) =>
        entry.kind === 'link' || entry.kind === 'manyLink' ? this.#link(entry, columns) : [],
      ),
    };
  }
}

/** Reports the steps of a bound operation, with what each would ask. It asks no source. */
export function planReport(
  bound: BoundPlan,
  connectors: Connectors,
  maxCost: number,
  needsOccasion: boolean,
): PlanReport {
  const reporter = new Reporter(bound, connectors);
  const steps = bound.roots.map((root) => reporter.root(root));
  return { cost: bound.facts.cost, maxCost, needsOccasion, steps };
}
