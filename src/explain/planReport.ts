import type { Connectors } from '../execute/fetch/fetcher.js';
import {
  aggregateRequest,
  keysRequest,
  lookupRequest,
  pageRequest,
  pagesRequest,
  relatedRequest,
  totalRequest,
  totalsRequest,
} from '../execute/fetch/requests.js';
import { statisticsRequest } from '../execute/roots/statisticGroups.js';
import type {
  BoundAggregate,
  BoundList,
  BoundPage,
  BoundPlan,
  BoundRoot,
} from '../plan/boundPlan.js';
import { costOf } from '../plan/facts/cost.js';
import type { Fetch, LinkEntry, ManyLinkEntry, RowShape } from '../plan/queryPlan.js';
import { rowShapes } from '../plan/rows/rowShapes.js';
import type { BoundWhere } from '../plan/where/boundWhere.js';
import { describeForm } from '../policy/model/form.js';
import type { AggregateRequest } from '../source/aggregateRequest.js';
import type { Column } from '../source/column.js';
import type { FetchRequest } from '../source/fetchRequest.js';
import { noRows } from '../source/filter.js';

import { asPlace, conditionInWords } from './conditionInWords.js';
import { someKey } from './someKey.js';
import { withSomeKeys } from './withSomeKeys.js';

export interface ValueReport {
  readonly key: string;
  readonly field: string;
  readonly form: string;
}

/** A step that asks a source, and the steps that its rows lead to. */
export interface FetchReport {
  readonly kind:
    | 'lookup'
    | 'batch lookup'
    | 'verification'
    | 'list'
    | 'total'
    | 'aggregate'
    | 'statistic'
    | 'link'
    | 'many link'
    | 'condition';
  readonly key: string;
  readonly type: string;
  /** How a link is followed: `division_code = code`; null at the root. */
  readonly by: string | null;
  readonly source: string;
  readonly table: string;
  readonly columns: readonly string[];
  readonly values: readonly ValueReport[];
  readonly rows: string;
  /** Null where no order is needed, as of one row. */
  readonly order: readonly string[] | null;
  readonly page: (Pick<BoundPage, 'size' | 'isBackward'> & { readonly isInside: boolean }) | null;
  /** Null where no source would be asked. */
  readonly statement: string | null;
  readonly steps: readonly FetchReport[];
}

/** A root that is answered without a source. */
export interface OtherReport {
  readonly kind: 'introspection' | 'empty' | 'typename';
  readonly key: string;
}

export interface PlanReport {
  /** The most rows that it may fetch, and how many it might. */
  readonly cost: number;
  readonly maxCost: number;
  readonly steps: readonly (FetchReport | OtherReport)[];
}

const names = (columns: readonly Column[]) => columns.map(({ name }) => name);

/** Tells what the steps of one bound plan would do. */
class Reporter {
  readonly #bound: BoundPlan;
  readonly #connectors: Connectors;

  constructor(bound: BoundPlan, connectors: Connectors) {
    this.#bound = bound;
    this.#connectors = connectors;
  }

  root(root: BoundRoot): FetchReport | OtherReport {
    switch (root.kind) {
      case 'lookup': {
        const { key, fetch, row } = root.step;
        const head = { kind: 'lookup', key, by: null } as const;
        return this.#single(head, fetch, [row], lookupRequest(root));
      }
      case 'batchLookup': {
        const { key, fetch, row } = root.step;
        const head = { kind: 'batch lookup', key, by: null } as const;
        return this.#single(head, fetch, [row], keysRequest(root.step, root.scope, someKey));
      }
      case 'verify': {
        const { key, fetch, claims } = root.step;
        const head = { kind: 'verification', key, by: null } as const;
        const values = claims.map(({ field: { name } }) => ({
          key: name,
          field: name,
          form: 'VERIFY',
        }));
        const request = keysRequest(root.step, root.scope, someKey);
        return { ...this.#single(head, fetch, [], request), values };
      }
      case 'list': {
        const head = { kind: 'list', key: root.step.key, by: null } as const;
        const list = { ...root.list, filter: withSomeKeys(root.list.filter) };
        return this.#paged(head, list, pageRequest(list), totalRequest(list));
      }
      case 'aggregate':
        return this.#aggregate(root);
      case 'statistics': {
        const { key, fetch } = root.step;
        const request = statisticsRequest(root);
        const head = { kind: 'statistic', key, by: null } as const;
        return this.#asked(head, fetch, request);
      }
      case 'other':
        return { kind: root.step.kind, key: root.step.key };
    }
  }

  #aggregate(root: BoundAggregate): FetchReport {
    const { key, fetch } = root.step;
    const request = aggregateRequest({ ...root, filter: withSomeKeys(root.filter) });
    const report = this.#asked({ kind: 'aggregate', key, by: null }, fetch, request);
    return { ...report, steps: this.#conditions(root.where) };
  }

  /** A step whose source is asked, and so explains, an aggregate: nothing is fetched. */
  #asked(
    head: Pick<FetchReport, 'kind' | 'key' | 'by'>,
    fetch: Fetch,
    request: AggregateRequest,
  ): FetchReport {
    const read = [...request.groupBy, ...request.measures].flatMap((part) =>
      'column' in part ? part.column : [],
    );
    const columns = [...new Map(read.map((column) => [column.name, column])).values()];
    return this.#single(head, fetch, [], { ...request, columns, orderBy: [], limit: null });
  }

  /** What other sources are asked first, for a condition through a link to them. */
  #conditions({ throughs, maxRelatedRows }: BoundWhere): readonly FetchReport[] {
    return throughs.flatMap(
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
            by: `${from.name} = ${to.name}`,
            source,
            table,
            columns: names(request.columns),
            values: [],
            rows: conditionInWords(scope, asPlace),
            order: null,
            page: null,
            statement: this.#connectors.get(source)?.explain(request) ?? null,
            steps: [],
          },
        ];
      },
    );
  }

  #link(entry: LinkEntry | ManyLinkEntry, parent: readonly Column[]): FetchReport {
    const { key, fromIndex, to } = entry;
    const by = `${parent[fromIndex]?.name ?? ''} = ${to.name}`;
    if (entry.kind === 'link') {
      const scope = this.#bound.scopes[entry.fetch.id] ?? noRows;
      const request = keysRequest(entry, scope, someKey);
      return this.#single({ kind: 'link', key, by }, entry.fetch, [entry.row], request);
    }
    const bound = this.#bound.links.get(entry.list);
    if (!bound) throw new TypeError('a list of the plan was not bound');
    const list = { ...bound, filter: withSomeKeys(bound.filter) };
    const pages = pagesRequest(entry, list, someKey);
    const totals = totalsRequest(entry, list, someKey);
    return this.#paged({ kind: 'many link', key, by }, list, pages, totals);
  }

  #paged(
    head: Pick<FetchReport, 'kind' | 'key' | 'by'>,
    { step, where, order, page: { size, isBackward, beyond } }: BoundList,
    request: FetchRequest,
    total: AggregateRequest,
  ): FetchReport {
    const report = this.#single(head, step.fetch, rowShapes(step.entries), request);
    const places = order.map(({ column, direction }) => `${column.name} ${direction}`);
    const steps = [
      ...this.#conditions(where),
      ...(step.hasTotal ? [this.#total(head, step.fetch, total)] : []),
      ...report.steps,
    ];
    if (!step.hasPage) return { ...report, columns: [], statement: null, steps };
    const page = { size, isBackward, isInside: beyond !== null };
    return { ...report, order: places, page, steps };
  }

  /** What a source is asked besides, to count the rows on all pages. */
  #total(
    { key, by }: Pick<FetchReport, 'key' | 'by'>,
    fetch: Fetch,
    request: AggregateRequest,
  ): FetchReport {
    const report = this.#asked({ kind: 'total', key: `${key}.totalCount`, by }, fetch, request);
    return { ...report, columns: [] };
  }

  #single(
    head: Pick<FetchReport, 'kind' | 'key' | 'by'>,
    { resource, source, table, columns, scope }: Fetch,
    shapes: readonly RowShape[],
    request: FetchRequest,
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
      rows: conditionInWords(scope, asPlace),
      order: null,
      page: null,
      statement: this.#connectors.get(source)?.explain(request) ?? null,
      steps: entries.flatMap((entry) =>
        entry.kind === 'link' || entry.kind === 'manyLink' ? this.#link(entry, columns) : [],
      ),
    };
  }
}

/** What a bound operation would do. Asks no source anything. */
export function planReport(bound: BoundPlan, connectors: Connectors, maxCost: number): PlanReport {
  const reporter = new Reporter(bound, connectors);
  return { cost: costOf(bound), maxCost, steps: bound.roots.map((root) => reporter.root(root)) };
}
