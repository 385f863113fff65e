import { Kind, type DirectiveNode, type FieldNode, type SelectionSetNode } from 'graphql';

import type { ResolvedOperation } from './resolveOperation.js';

/** The values of the variables of `@skip` and `@include`. */
export type Inclusion = ReadonlyMap<string, boolean>;

/** Field nodes by response key, in the order in which they are first asked for. */
export type Collected = ReadonlyMap<string, readonly FieldNode[]>;

function isIncluded(
  directives: readonly DirectiveNode[] | undefined,
  inclusion: Inclusion,
): boolean {
  return (directives ?? []).every((directive) => {
    const name = directive.name.value;
    if (name !== 'skip' && name !== 'include') return true;
    const value = directive.arguments?.[0]?.value;
    const stated =
      value?.kind === Kind.VARIABLE
        ? inclusion.get(value.name.value)
        : value?.kind === Kind.BOOLEAN && value.value;
    return stated === (name === 'include');
  });
}

/**
 * Collects the fields of selection sets of one object type (GraphQL specification, 6.3.2:
 * CollectFields). Contracts hold object types only, so every valid fragment applies.
 */
export function collectFields(
  { fragments }: ResolvedOperation,
  selectionSets: readonly SelectionSetNode[],
  inclusion: Inclusion,
): Collected {
  const collected = new Map<string, FieldNode[]>();
  const visited = new Set<string>();

  function visit({ selections }: SelectionSetNode): void {
    for (const selection of selections) {
      if (!isIncluded(selection.directives, inclusion)) continue;
      switch (selection.kind) {
        case Kind.FIELD: {
          const key = (selection.alias ?? selection.name).value;
          const nodes = collected.get(key);
          if (nodes) nodes.push(selection);
          else collected.set(key, [selection]);
          break;
        }
        case Kind.INLINE_FRAGMENT:
          visit(selection.selectionSet);
          break;
        case Kind.FRAGMENT_SPREAD: {
          const fragment = fragments.get(selection.name.value);
          if (!fragment || visited.has(selection.name.value)) break;
          visited.add(selection.name.value);
          visit(fragment.selectionSet);
        }
      }
    }
  }

  selectionSets.forEach(visit);
  return collected;
}

/** The selection sets of field nodes that share a response key. */
export function selectionSetsOf(nodes: readonly FieldNode[]): readonly SelectionSetNode[] {
  return nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
}
