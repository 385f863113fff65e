import fc from 'fast-check';

import type { ReferenceDecisions } from '../reference/decide.js';

import { aggregateChoice, groupOf, type AggregateChoice } from './aggregates.js';
import { claimedOf, type Claimed } from './claims.js';
import {
  argumentsBy,
  askedOf,
  halvingOf,
  halvingThroughOf,
  listArguments,
  throughOf,
  type ListArguments,
  type Where,
} from './conditions.js';
import { statisticChoice, type StatisticChoice } from './cubes.js';
import { model, typeNames, type TypeName } from './model.js';
import type { ModelLink } from './modelLink.js';
import { once } from './once.js';

/** What is asked of a connection: `total` alone is how many rows there are. */
export type Shape = 'nodes' | 'edges' | 'both' | 'counted' | 'total';

/** One selection of an operation, before it is written down. */
export type Selection =
  | { readonly kind: 'field'; readonly name: string; readonly alias: boolean }
  | { readonly kind: 'link'; readonly name: string; readonly selections: readonly Selection[] }
  | {
      readonly kind: 'many';
      readonly name: string;
      readonly list: ListArguments;
      readonly shape: Shape;
      readonly selections: readonly Selection[];
    }
  | { readonly kind: 'fragment'; readonly selections: readonly Selection[] }
  | {
      readonly kind: 'when';
      readonly directive: string;
      readonly selections: readonly Selection[];
    };

export type RootField =
  | {
      readonly kind: 'lookup';
      readonly type: TypeName;
      readonly key: string;
      readonly byVariable: boolean;
      readonly selections: readonly Selection[];
    }
  | {
      readonly kind: 'batch';
      readonly type: TypeName;
      readonly keys: readonly string[];
      readonly byVariable: boolean;
      readonly selections: readonly Selection[];
    }
  | {
      readonly kind: 'verify';
      readonly type: TypeName;
      /** Of one only, where it is no batch. */
      readonly claimed: readonly Claimed[];
      readonly isBatch: boolean;
      readonly byVariable: boolean;
      readonly asksMismatches: boolean;
    }
  | {
      readonly kind: 'aggregate';
      readonly type: TypeName;
      readonly asked: AggregateChoice;
    }
  | {
      readonly kind: 'statistics';
      readonly type: TypeName;
      readonly asked: StatisticChoice;
    }
  | {
      readonly kind: 'list';
      readonly type: TypeName;
      readonly list: ListArguments;
      readonly shape: Shape;
      readonly selections: readonly Selection[];
    };

/** An operation over the model, which may ask for what its requester does not have. */
export type OperationChoice = readonly RootField[];

const shape = fc.constantFrom<Shape>('nodes', 'nodes', 'edges', 'both', 'counted', 'total');

/** A link that is followed, with what is asked of the rows that it leads to. */
const followedOf = once((type: TypeName, name: string, depth: number): fc.Arbitrary<Selection> => {
  const { target, isMany } = model[type].links[name]!;
  const selections = selectionsOf(target, depth);
  if (!isMany) {
    return fc.record({ kind: fc.constant('link' as const), name: fc.constant(name), selections });
  }
  return fc.record({
    kind: fc.constant('many' as const),
    name: fc.constant(name),
    list: listArguments(target, fc.integer({ min: 0, max: 3 })),
    shape,
    selections,
  });
});

const selectionsOf = once((type: TypeName, depth: number): fc.Arbitrary<readonly Selection[]> => {
  const names = [...Object.keys(model[type].fields), '__typename'];
  const field = fc.record({
    kind: fc.constant('field' as const),
    name: fc.constantFrom(...names),
    alias: fc.constantFrom(false, false, false, true),
  });
  const alternatives: fc.WeightedArbitrary<Selection>[] = [{ weight: 8, arbitrary: field }];
  if (depth > 0) {
    const links = Object.keys(model[type].links).map((name) => followedOf(type, name, depth - 1));
    const inner = selectionsOf(type, depth - 1);
    alternatives.push(
      { weight: 8, arbitrary: fc.oneof(...links) },
      {
        weight: 1,
        arbitrary: fc.record({ kind: fc.constant('fragment' as const), selections: inner }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          kind: fc.constant('when' as const),
          directive: fc.constantFrom(
            '@include(if: $yes)',
            '@include(if: $no)',
            '@skip(if: $yes)',
            '@skip(if: $no)',
          ),
          selections: inner,
        }),
      },
    );
  }
  return fc.array(fc.oneof(...alternatives), { minLength: 1, maxLength: 5 });
});

const keyOf = once((type: TypeName): fc.Arbitrary<string> => {
  const { key, alsoKey, fields } = model[type];
  const nobody = fields[key]!.isWhole ? '7' : 'nobody';
  const first = fc.constantFrom(...askedOf(fields[key]!).map(String), nobody);
  if (alsoKey === undefined) return first;
  return fc
    .tuple(first, fc.constantFrom(...fields[alsoKey]!.domain))
    .map((parts) => JSON.stringify(parts));
});

const lookupOf = once((type: TypeName): fc.Arbitrary<RootField> => {
  return fc.record({
    kind: fc.constant('lookup' as const),
    type: fc.constant(type),
    key: keyOf(type),
    byVariable: fc.boolean(),
    selections: selectionsOf(type, 2),
  });
});

/** Some keys, the same ones twice among them. */
const batchOf = once((type: TypeName): fc.Arbitrary<RootField> => {
  return fc.record({
    kind: fc.constant('batch' as const),
    type: fc.constant(type),
    keys: fc.array(keyOf(type), { maxLength: 4 }),
    byVariable: fc.boolean(),
    selections: selectionsOf(type, 1),
  });
});

const verifyOf = once((type: TypeName): fc.Arbitrary<RootField> => {
  return fc.boolean().chain((isBatch) =>
    fc.record({
      kind: fc.constant('verify' as const),
      type: fc.constant(type),
      claimed: fc.array(claimedOf(type, keyOf(type)), {
        minLength: isBatch ? 0 : 1,
        maxLength: isBatch ? 4 : 1,
      }),
      isBatch: fc.constant(isBatch),
      byVariable: fc.boolean(),
      asksMismatches: fc.boolean(),
    }),
  );
});

const listOf = once((type: TypeName) => {
  return fc.record({
    kind: fc.constant('list' as const),
    type: fc.constant(type),
    list: listArguments(
      type,
      fc.oneof(
        // Pages so small that there are second ones.
        { weight: 10, arbitrary: fc.integer({ min: 1, max: 2 }) },
        { weight: 10, arbitrary: fc.integer({ min: 0, max: 6 }) },
        { weight: 1, arbitrary: fc.constantFrom(-1, 501) },
      ),
    ),
    shape,
    selections: selectionsOf(type, 2),
  });
});

const aggregateOf = once((type: TypeName): fc.Arbitrary<RootField> => {
  return fc.record({
    kind: fc.constant('aggregate' as const),
    type: fc.constant(type),
    asked: aggregateChoice(type),
  });
});

/** Statistics are of persons only. */
function statisticsOf(): fc.Arbitrary<RootField> {
  return fc.record({
    kind: fc.constant('statistics' as const),
    type: fc.constant('Person' as const),
    asked: statisticChoice,
  });
}

type RootKind = RootField['kind'];

/** Lists have the most to go wrong with: conditions, orders, cursors, pages. */
const roots: Readonly<
  Record<
    RootKind,
    { readonly weight: number; readonly of: (type: TypeName) => fc.Arbitrary<RootField> }
  >
> = {
  lookup: { weight: 2, of: lookupOf },
  batch: { weight: 1, of: batchOf },
  verify: { weight: 1, of: verifyOf },
  aggregate: { weight: 2, of: aggregateOf },
  statistics: { weight: 1, of: statisticsOf },
  list: { weight: 5, of: listOf },
};

export const rootKinds = Object.keys(roots) as readonly RootKind[];

/** Operations of some kinds of root. */
export function operationOf(kinds: readonly RootKind[]): fc.Arbitrary<OperationChoice> {
  const weighted = kinds.flatMap((kind) =>
    typeNames.map((type) => ({
      weight: roots[kind].weight * (type === 'Lot' || type === 'Term' ? 1 : 3),
      arbitrary: roots[kind].of(type),
    })),
  );
  return fc.array(fc.oneof(...weighted), { minLength: 1, maxLength: 3 });
}

/** One list, of whose rows some link is always followed; it has no condition, so that there are rows. */
export function listsAlong(isSuch: (link: ModelLink) => boolean): fc.Arbitrary<OperationChoice> {
  const lists = typeNames.flatMap((type) =>
    Object.entries(model[type].links)
      .filter(([, link]) => isSuch(link))
      .map(([name]) => fc.record({ root: listOf(type), followed: followedOf(type, name, 1) })),
  );
  return fc.oneof(...lists).map(({ root, followed }) => [
    {
      ...root,
      list: { ...root.list, where: undefined },
      // First, so that of all links it is the one that may be spared.
      selections: [followed, ...root.selections],
    },
  ]);
}

/** One list, always under a condition of its type. */
function listsUnder(
  whereOf: (type: TypeName) => fc.Arbitrary<Where>,
): fc.Arbitrary<OperationChoice> {
  return fc
    .oneof(...typeNames.map((type) => fc.record({ root: listOf(type), where: whereOf(type) })))
    .map(({ root, where }) => [{ ...root, list: { ...root.list, where } }]);
}

/** One list, always under a condition through a link. */
export const throughLists = listsUnder((type) => throughOf(type, 2));

/** One list under a single comparison, of a field of its own or of the rows that a link leads to. */
export const halvedLists = listsUnder(halvingOf);
export const halvedThroughLists = listsUnder(halvingThroughOf);

/** An aggregate in groups by one field, which tells how many there are, and of other fields nothing. */
export const groupedAggregates: fc.Arbitrary<OperationChoice> = fc
  .oneof(...typeNames.map((type) => fc.record({ type: fc.constant(type), by: groupOf(type) })))
  .map(({ type, by }) => [
    {
      kind: 'aggregate',
      type,
      asked: { where: undefined, groupBy: [by], tells: [], byVariable: false },
    },
  ]);

/** One list or aggregate that hangs on one field. */
export function askedBy(type: TypeName, field: string): fc.Arbitrary<OperationChoice> {
  const list = fc.record({ root: listOf(type), by: argumentsBy(type, field) });
  const counted: RootField = {
    kind: 'aggregate',
    type,
    asked: {
      where: undefined,
      groupBy: [{ field, part: 'value' }],
      tells: [{ measure: 'distinct', field }],
      byVariable: false,
    },
  };
  return fc.oneof(
    list.map(({ root, by }) => [{ ...root, list: by }]),
    fc.constant([counted]),
  );
}

/** The first forbidden thing of a kind, which is left in an operation: so it is nearly valid. */
export type Spared =
  'field' | 'link' | 'root' | 'where' | 'through' | 'order' | 'claim' | 'group' | 'nothing';

export const spared: fc.Arbitrary<Spared> = fc.constantFrom(
  ...(['nothing', 'nothing', 'nothing', 'nothing', 'nothing'] as const),
  ...(['field', 'link', 'root', 'where', 'through', 'order', 'claim', 'group'] as const),
);

/** Leaves out what is forbidden, but for the one thing that is spared. */
class Pruner {
  readonly #decisions: ReferenceDecisions;
  #spared: Spared;

  constructor(decisions: ReferenceDecisions, spare: Spared) {
    this.#decisions = decisions;
    this.#spared = spare;
  }

  /** Whether a thing stays: if it is allowed, or if it is the forbidden one to be spared. */
  keeps(what: Spared, isAllowed: boolean): boolean {
    if (isAllowed || this.#spared !== what) return isAllowed;
    this.#spared = 'nothing';
    return true;
  }

  selections(selections: readonly Selection[], type: TypeName): readonly Selection[] {
    const decided = this.#decisions[type];
    const kept = selections.flatMap((selection): Selection[] => {
      switch (selection.kind) {
        case 'field': {
          const form = decided?.fields[selection.name]?.form ?? 'WITHHELD';
          return this.keeps('field', selection.name === '__typename' || form !== 'WITHHELD')
            ? [selection]
            : [];
        }
        case 'link':
        case 'many': {
          const { target } = model[type].links[selection.name]!;
          const isAllowed = decided?.links.includes(selection.name) ?? false;
          if (!this.keeps('link', isAllowed)) return [];
          const inner = this.selections(selection.selections, target);
          if (selection.kind === 'link') return [{ ...selection, selections: inner }];
          return [{ ...selection, list: this.list(selection.list, target), selections: inner }];
        }
        case 'fragment':
        case 'when':
          return [{ ...selection, selections: this.selections(selection.selections, type) }];
      }
    });
    return kept.length > 0 ? kept : [{ kind: 'field', name: '__typename', alias: false }];
  }

  /**
   * A condition without what is forbidden of it; undefined where nothing is left.
   *
   * @param what what it is to be spared as: `through` for all that has to do with links
   */
  where(
    where: Where | undefined,
    type: TypeName,
    what: 'where' | 'through' = 'where',
  ): Where | undefined {
    switch (where?.kind) {
      case undefined:
        return undefined;
      case 'compare':
      case 'isNull': {
        const uses = this.#decisions[type]?.fields[where.field]?.uses;
        return this.keeps(what, uses?.has('FILTER') ?? false) ? where : undefined;
      }
      case 'not': {
        const of = this.where(where.of, type, what);
        return of && { kind: 'not', of };
      }
      case 'through': {
        const isAllowed = this.#decisions[type]?.links.includes(where.link) ?? false;
        if (!this.keeps('through', isAllowed)) return undefined;
        const of = this.where(where.of, model[type].links[where.link]!.target, 'through');
        return of && { ...where, of };
      }
      case 'and':
      case 'or': {
        const of = where.of.flatMap((part) => this.where(part, type, what) ?? []);
        return of.length > 0 ? { kind: where.kind, of } : undefined;
      }
    }
  }

  list({ where, orderBy, ...page }: ListArguments, type: TypeName): ListArguments {
    const order = orderBy.filter(({ field }) => {
      const uses = this.#decisions[type]?.fields[field]?.uses;
      return this.keeps('order', uses?.has('SORT') ?? false);
    });
    return { ...page, where: this.where(where, type), orderBy: order };
  }

  /** What is claimed, without what may not be verified. */
  #claimed({ key, claims }: Claimed, type: TypeName): Claimed {
    const granted = this.#decisions[type]?.verification?.claims ?? [];
    const kept = Object.entries(claims).filter(([name]) =>
      this.keeps('claim', granted.includes(name)),
    );
    return { key, claims: Object.fromEntries(kept) };
  }

  /** What is asked of all rows, without what may not be grouped by or told. */
  #aggregate({ where, groupBy, tells, byVariable }: AggregateChoice, type: TypeName) {
    const isAllowed = ({ field }: { readonly field: string }) => {
      const decided = this.#decisions[type]?.fields[field];
      return this.keeps('group', decided?.form === 'CLEAR' && decided.uses.has('GROUP'));
    };
    return {
      where: this.where(where, type),
      groupBy: groupBy.filter(isAllowed),
      tells: tells.filter(isAllowed),
      byVariable,
    };
  }

  root(root: RootField): RootField[] {
    const decided = this.#decisions[root.type];
    if (root.kind === 'aggregate') {
      if (!this.keeps('root', decided?.canList ?? false)) return [];
      return [{ ...root, asked: this.#aggregate(root.asked, root.type) }];
    }
    if (root.kind === 'verify') {
      const verification = decided?.verification;
      if (!this.keeps('root', !!verification)) return [];
      const claimed = root.claimed.map((one) => this.#claimed(one, root.type));
      const asksMismatches =
        root.asksMismatches && this.keeps('claim', verification?.tellMismatches ?? false);
      return [{ ...root, claimed, asksMismatches }];
    }
    if (root.kind === 'statistics') {
      const isHeld = decided?.cubes.includes(root.asked.cube.name) ?? false;
      return this.keeps('root', isHeld) ? [root] : [];
    }
    const isAllowed = (root.kind === 'list' ? decided?.canList : decided?.canLookUp) ?? false;
    if (!this.keeps('root', isAllowed)) return [];
    const selections = this.selections(root.selections, root.type);
    if (root.kind !== 'list') return [{ ...root, selections }];
    return [{ ...root, list: this.list(root.list, root.type), selections }];
  }
}

/**
 * Leaves of an operation what its requester may ask, so that most operations are valid.
 */
export function prune(
  operation: OperationChoice,
  decisions: ReferenceDecisions,
  spare: Spared,
): OperationChoice {
  const pruner = new Pruner(decisions, spare);
  return operation.flatMap((root) => pruner.root(root));
}
