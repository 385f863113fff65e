import fc from 'fast-check';

import type { ReferenceDecisions } from '../reference/decide.js';

import { model, typeNames, type TypeName } from './model.js';

/** One selection of an operation, before it is written down. */
export type Selection =
  | { readonly kind: 'field'; readonly name: string; readonly alias: boolean }
  | { readonly kind: 'link'; readonly name: string; readonly selections: readonly Selection[] }
  | { readonly kind: 'fragment'; readonly selections: readonly Selection[] }
  | {
      readonly kind: 'when';
      readonly directive: string;
      readonly selections: readonly Selection[];
    };

export interface Where {
  readonly field: string;
  readonly operator: 'eq' | 'in';
  readonly values: readonly string[];
  /** Stated by a variable, which may be absent. */
  readonly by: 'literal' | 'variable' | 'absent variable';
}

export type RootField =
  | {
      readonly kind: 'lookup';
      readonly type: TypeName;
      readonly key: string;
      readonly byVariable: boolean;
      readonly selections: readonly Selection[];
    }
  | {
      readonly kind: 'list';
      readonly type: TypeName;
      readonly first: number;
      readonly where: readonly Where[];
      readonly shape: 'nodes' | 'edges' | 'both';
      readonly selections: readonly Selection[];
    };

/** An operation over the model, which may ask for what its requester does not have. */
export type OperationChoice = readonly RootField[];

function selectionsOf(type: TypeName, depth: number): fc.Arbitrary<readonly Selection[]> {
  const names = [...Object.keys(model[type].fields), '__typename'];
  const field = fc.record({
    kind: fc.constant('field' as const),
    name: fc.constantFrom(...names),
    alias: fc.constantFrom(false, false, false, true),
  });
  const alternatives: fc.WeightedArbitrary<Selection>[] = [{ weight: 8, arbitrary: field }];
  if (depth > 0) {
    const links = Object.entries(model[type].links).map(([name, { target }]) =>
      fc.record({
        kind: fc.constant('link' as const),
        name: fc.constant(name),
        selections: selectionsOf(target, depth - 1),
      }),
    );
    const inner = selectionsOf(type, depth - 1);
    alternatives.push(
      { weight: 4, arbitrary: fc.oneof(...links) },
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
}

function whereOf(type: TypeName): fc.Arbitrary<Where> {
  return fc.constantFrom(...Object.keys(model[type].fields)).chain((field) => {
    const domain = model[type].fields[field]!.domain.filter((value) => value !== null);
    return fc.record({
      field: fc.constant(field),
      operator: fc.constantFrom('eq' as const, 'in' as const),
      values: fc.array(fc.constantFrom(...domain), { minLength: 1, maxLength: 3 }),
      by: fc.constantFrom(
        ...(['literal', 'literal', 'literal', 'variable', 'variable', 'absent variable'] as const),
      ),
    });
  });
}

function lookupOf(type: TypeName): fc.Arbitrary<RootField> {
  const { key, fields } = model[type];
  return fc.record({
    kind: fc.constant('lookup' as const),
    type: fc.constant(type),
    key: fc.constantFrom(...fields[key]!.domain.filter((value) => value !== null), 'nobody'),
    byVariable: fc.boolean(),
    selections: selectionsOf(type, 2),
  });
}

function listOf(type: TypeName): fc.Arbitrary<RootField> {
  return fc.record({
    kind: fc.constant('list' as const),
    type: fc.constant(type),
    first: fc.oneof(
      { weight: 12, arbitrary: fc.integer({ min: 0, max: 6 }) },
      { weight: 1, arbitrary: fc.constantFrom(-1, 501) },
    ),
    where: fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      {
        weight: 2,
        arbitrary: fc.uniqueArray(whereOf(type), {
          minLength: 1,
          maxLength: 2,
          selector: ({ field }) => field,
        }),
      },
    ),
    shape: fc.constantFrom('nodes' as const, 'edges' as const, 'both' as const),
    selections: selectionsOf(type, 2),
  });
}

const roots = typeNames.flatMap((type) => [lookupOf(type), listOf(type)]);

export const operationChoice: fc.Arbitrary<OperationChoice> = fc.array(fc.oneof(...roots), {
  minLength: 1,
  maxLength: 3,
});

/** The first forbidden thing of a kind, which is left in an operation: so it is nearly valid. */
export type Spared = 'field' | 'link' | 'root' | 'where' | 'nothing';

export const spared: fc.Arbitrary<Spared> = fc.constantFrom(
  ...(['nothing', 'nothing', 'nothing', 'nothing', 'field', 'link', 'root', 'where'] as const),
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
        case 'link': {
          const { target } = model[type].links[selection.name]!;
          const isAllowed = decided?.links.includes(selection.name) ?? false;
          if (!this.keeps('link', isAllowed)) return [];
          return [{ ...selection, selections: this.selections(selection.selections, target) }];
        }
        case 'fragment':
        case 'when':
          return [{ ...selection, selections: this.selections(selection.selections, type) }];
      }
    });
    return kept.length > 0 ? kept : [{ kind: 'field', name: '__typename', alias: false }];
  }

  root(root: RootField): RootField[] {
    const decided = this.#decisions[root.type];
    const isAllowed = (root.kind === 'lookup' ? decided?.canLookUp : decided?.canList) ?? false;
    if (!this.keeps('root', isAllowed)) return [];
    const selections = this.selections(root.selections, root.type);
    if (root.kind === 'lookup') return [{ ...root, selections }];
    const where = root.where.filter(({ field }) =>
      this.keeps('where', decided?.fields[field]!.uses.has('FILTER') ?? false),
    );
    return [{ ...root, where, selections }];
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
