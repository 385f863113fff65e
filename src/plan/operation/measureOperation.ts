import { Kind, type SelectionSetNode } from 'graphql';

import type { ResolvedOperation } from './resolveOperation.js';

/** The size of an operation. Every use of a fragment counts. */
export interface OperationSize {
  readonly depth: number;
  readonly aliases: number;
  /** Fields at the root. Introspection counts, because each field is answered separately. */
  readonly rootFields: number;
}

const empty: OperationSize = { depth: 0, aliases: 0, rootFields: 0 };

function addSizes(one: OperationSize, other: OperationSize): OperationSize {
  return {
    depth: Math.max(one.depth, other.depth),
    aliases: one.aliases + other.aliases,
    rootFields: one.rootFields + other.rootFields,
  };
}

/**
 * Measures a valid operation in time linear in its document: each fragment is measured once, even
 * if it is spread often. Validation limits the depth of introspection, so it adds no depth here.
 * Its aliases count, because they multiply from level to level.
 */
export function measureOperation({ operation, fragments }: ResolvedOperation): OperationSize {
  const known = new Map<string, OperationSize>();

  function measureFragment(name: string): OperationSize {
    const found = known.get(name);
    if (found) return found;
    const fragment = fragments.get(name);
    const measure = fragment ? measureSelections(fragment.selectionSet) : empty;
    known.set(name, measure);
    return measure;
  }

  function measureSelections({ selections }: SelectionSetNode): OperationSize {
    return selections.reduce<OperationSize>((sum, selection) => {
      switch (selection.kind) {
        case Kind.FRAGMENT_SPREAD:
          return addSizes(sum, measureFragment(selection.name.value));
        case Kind.INLINE_FRAGMENT:
          return addSizes(sum, measureSelections(selection.selectionSet));
        case Kind.FIELD: {
          const isMeta = selection.name.value.startsWith('__');
          const { selectionSet } = selection;
          const inner = selectionSet ? measureSelections(selectionSet) : empty;
          const aliases = inner.aliases + (selection.alias ? 1 : 0);
          // The outermost level is measured last, so its fields remain as those of the root.
          return addSizes(sum, { depth: isMeta ? 0 : inner.depth + 1, aliases, rootFields: 1 });
        }
      }
    }, empty);
  }

  return measureSelections(operation.selectionSet);
}
