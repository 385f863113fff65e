import {
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

import { ExchangeError } from '../../errors/exchangeError.js';

/** So many pairs are compared in about 10 ms. */
const maxPairs = 3_000;

/** So many selections, fragments followed: more than a document of 4,000 tokens needs to be of use. */
const maxVisits = 10_000;

/** So many characters of arguments are compared about as fast as a field is. */
const argumentUnit = 20;

/** Ends a walk: to go on counting would cost what is to be avoided. */
class TooMany extends Error {}

/** What stands under one response key in one place. */
interface Repeated {
  count: number;
  weight: number;
  readonly inner: SelectionSetNode[];
}

function weightOf({ arguments: given = [] }: FieldNode): number {
  const [first, last] = [given[0]?.loc, given.at(-1)?.loc];
  return first && last ? 1 + (last.end - first.start) / argumentUnit : 1;
}

/** Counts the pairs of fields that have to be compared, each fragment counted wherever it is spread. */
class PairCounter {
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** The fragments that the walk is within; one that spreads itself is for validation to refuse. */
  readonly #within = new Set<string>();
  #pairs = 0;
  #visits = 0;

  constructor(fragments: ReadonlyMap<string, FragmentDefinitionNode>) {
    this.#fragments = fragments;
  }

  /** @param sets selection sets that are merged, as those of one field that is asked for twice */
  walk(sets: readonly SelectionSetNode[]): void {
    const byKey = new Map<string, Repeated>();
    const entered: string[] = [];
    let spreads = 0;

    const collect = ({ selections }: SelectionSetNode): void => {
      for (const selection of selections) {
        this.#visits += 1;
        if (this.#visits > maxVisits) throw new TooMany();
        if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet);
        if (selection.kind === Kind.FIELD) this.#meet(selection, byKey);
        if (selection.kind !== Kind.FRAGMENT_SPREAD) continue;
        this.#compare(spreads);
        spreads += 1;
        const name = selection.name.value;
        const fragment = this.#fragments.get(name);
        if (!fragment || this.#within.has(name)) continue;
        this.#within.add(name);
        entered.push(name);
        collect(fragment.selectionSet);
      }
    };

    sets.forEach(collect);
    for (const { inner } of byKey.values()) if (inner.length > 0) this.walk(inner);
    for (const name of entered) this.#within.delete(name);
  }

  #meet(field: FieldNode, byKey: Map<string, Repeated>): void {
    const key = (field.alias ?? field.name).value;
    const known = byKey.get(key) ?? { count: 0, weight: 0, inner: [] };
    byKey.set(key, known);
    known.weight = Math.max(known.weight, weightOf(field));
    this.#compare(known.count * known.weight);
    known.count += 1;
    if (field.selectionSet) known.inner.push(field.selectionSet);
  }

  #compare(pairs: number): void {
    this.#pairs += pairs;
    if (this.#pairs > maxPairs) throw new TooMany();
  }
}

/**
 * Refuses a document that asks for one field again and again in the same place. Whether such fields can
 * be merged (GraphQL specification, 5.3.2) takes time by the square of their number: so it is counted
 * before any rule looks at them, in time linear in the document.
 */
export function checkRepeats({ definitions }: DocumentNode): readonly ExchangeError[] {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition);
    }
  }
  const counter = new PairCounter(fragments);
  try {
    for (const definition of definitions) {
      if ('selectionSet' in definition) counter.walk([definition.selectionSet]);
    }
    return [];
  } catch (error) {
    if (!(error instanceof TooMany)) throw error;
    const message =
      'An operation asks for a field once in a place; this one repeats too many, fragments counted.';
    return [new ExchangeError('LIMIT_EXCEEDED', message)];
  }
}
